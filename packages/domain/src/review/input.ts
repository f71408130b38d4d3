/** What may be asked and said on the pages of whoever looks after the list of schools: checked here alone. */
import { z } from 'zod'

const id = z.uuid({ error: 'Choose one from the list.' })
const day = z.iso.date({ error: 'Enter a day, such as 1 9 2026.' })
const page = z.coerce.number().int().min(1).max(10_000).optional()
const why = z.string().trim().max(300, 'Keep the reason to 300 characters or fewer.').optional()

const KINDS = ['replaced', 'merged', 'split', 'closed', 'reopened', 'renamed'] as const

/** Which changes of schools to list: those that wait, those that somebody decided, those that the rules applied. */
export const ChangesToReview = z.strictObject({
  show: z.enum(['waiting', 'decided', 'by_rule']).optional(),
  kind: z.enum(KINDS).optional(),
  page,
})
export type ChangesToReview = z.infer<typeof ChangesToReview>

export const ChangeRef = z.strictObject({ id })
export type ChangeRef = z.infer<typeof ChangeRef>

/** What happened to the school: as it was told, as one of these, or nothing at all. */
export const Decide = z.strictObject({
  id,
  what: z.enum(['as_told', 'replaced', 'merged', 'split', 'closed', 'nothing'], {
    error: 'Choose what happened to the school.',
  }),
  /** The school that follows; asked for with a new number and a merger alone. */
  toSchoolId: id.optional(),
  /** The last day of the school as it was, when the register gives none or a wrong one. */
  on: day.optional(),
  why,
})
export type Decide = z.infer<typeof Decide>

export const Undo = z.strictObject({ id, why })
export type Undo = z.infer<typeof Undo>

/** Schools that members told of by name: those that wait, or those that somebody has decided. */
export const PendingSchools = z.strictObject({ show: z.enum(['waiting', 'decided']).optional(), page })
export type PendingSchools = z.infer<typeof PendingSchools>

export const PendingRef = z.strictObject({ schoolId: id })
export type PendingRef = z.infer<typeof PendingRef>

/** What a school told of by name is. */
export const DecidePending = z.strictObject({
  schoolId: id,
  outcome: z.enum(['listed', 'own', 'not_a_school'], { error: 'Choose what this school is.' }),
  /** The listed school that was meant. */
  toSchoolId: id.optional(),
  /** Its number in its own nation's register: a SEED code, or a reference of Northern Ireland. */
  ref: z
    .string()
    .trim()
    .regex(
      /^(\d{7}|\d{3}-?\d{4})$/,
      'A SEED code has seven digits; a Northern Ireland reference looks like 123-4567.',
    )
    .optional(),
  why,
})
export type DecidePending = z.infer<typeof DecidePending>

/** Where I am now that my school has changed. */
export const AnswerWhichSchool = z.strictObject({
  stintId: id,
  answer: z.enum(['school', 'still', 'left'], { error: 'Choose where you are now.' }),
  schoolId: id.optional(),
  /** The last day there, with `left`. */
  leftOn: day.optional(),
  /** The first day at the school that is chosen; the day after the change when not said. */
  on: day.optional(),
})
export type AnswerWhichSchool = z.infer<typeof AnswerWhichSchool>
