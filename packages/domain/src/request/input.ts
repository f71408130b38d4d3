/** What may be asked of a request, checked here alone. */

import { line, SOONS, Topic, Unit, Way, words } from '@wirearchy/domain/mentoring/input'
import { z } from 'zod'

const id = z.uuid({ error: 'Choose one from the list.' })
const NEED = 'Write in a sentence what you would like help with.'

const Mentors = z
  .array(id, { error: 'Choose whom to ask.' })
  .max(5, 'Choose five people at most.')
  .transform((ids) => [...new Set(ids)])

/** Asking for support: the need in a sentence, how much, about what, and whom, first choice first. */
export const Send = z.strictObject({
  unit: Unit,
  need: line(300, NEED),
  topics: z.array(Topic).max(3, 'Choose three at most.').default([]),
  ways: z.array(Way).default([]),
  soon: z.enum(SOONS, { error: 'Choose how soon.' }).default('fortnight'),
  outsideMySchool: z
    .union([z.boolean(), z.enum(['yes', 'no']).transform((word) => word === 'yes')])
    .default(false),
  mentorIds: Mentors.default([]),
})
export type Send = z.infer<typeof Send>

export const RequestId = z.strictObject({ requestId: id })
export type RequestId = z.infer<typeof RequestId>

/** The one thing a mentor asks before they answer. */
export const AskFirst = z.strictObject({
  requestId: id,
  question: words(500, 'Write what you would like to know first.'),
})
export type AskFirst = z.infer<typeof AskFirst>

export const AnswerMentor = z.strictObject({
  requestId: id,
  answer: words(500, 'Write your answer, or withdraw the request.'),
})
export type AnswerMentor = z.infer<typeof AnswerMentor>

/** Until which day nobody new may ask: the first day when they may again. */
export const DeclineAndPause = z.strictObject({
  requestId: id,
  until: z.iso.date({ error: 'Enter the day when people may ask you again.' }),
})
export type DeclineAndPause = z.infer<typeof DeclineAndPause>

export const AskOthers = z.strictObject({
  requestId: id,
  mentorIds: Mentors.refine((ids) => ids.length > 0, 'Choose whom to ask.'),
})
export type AskOthers = z.infer<typeof AskOthers>

export const ChangeUnit = z.strictObject({ requestId: id, unit: Unit })
export type ChangeUnit = z.infer<typeof ChangeUnit>
