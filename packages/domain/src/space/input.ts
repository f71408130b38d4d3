/** What may be asked of a pair's space: their agreement, goals, notes and its end, checked here alone. */
import { line, MentorshipId, maybe, words } from '@wirearchy/domain/mentoring/input'
import { z } from 'zod'

const id = z.uuid({ error: 'Choose one from the list.' })
const rev = z.coerce.number({ error: 'Reload this page, then try again.' }).int().min(0)
const ticked = z
  .union([z.boolean(), z.enum(['yes', 'no', 'on']).transform((word) => word !== 'no')])
  .default(false)

/** What the two aim at, how often they meet and how they stop; `rev` is the version that was on the page. */
export const SaveAgreement = z.strictObject({
  ...MentorshipId.shape,
  aims: maybe(1000),
  rhythm: z.enum(['weekly', 'fortnightly', 'monthly', 'half_termly'], {
    error: 'Choose how often you would like to meet.',
  }),
  stopping: maybe(600),
  rev,
})
export type SaveAgreement = z.infer<typeof SaveAgreement>

/** Saying yes to the words as they stand. */
export const Agree = z.strictObject({ ...MentorshipId.shape, rev })
export type Agree = z.infer<typeof Agree>

const whose = z.enum(['mentor', 'mentee'], { error: 'Choose whose step it is.' })
const step = line(200, 'Write one small step, such as “Watch a lesson of Mo’s”.')

export const AddGoal = z.strictObject({
  ...MentorshipId.shape,
  text: line(200, 'Write the goal in a few words, such as “Calmer starts to lessons”.'),
})
export type AddGoal = z.infer<typeof AddGoal>

export const CloseGoal = z.strictObject({
  ...MentorshipId.shape,
  goalId: id,
  as: z.enum(['done', 'dropped'], { error: 'Choose done or let go.' }),
})
export type CloseGoal = z.infer<typeof CloseGoal>

/** The one next step of a goal; `before` says what became of the one it takes the place of. */
export const SetStep = z.strictObject({
  ...MentorshipId.shape,
  goalId: id,
  text: step,
  whose,
  before: z.enum(['done', 'dropped'], { error: 'Choose what became of the step so far.' }).optional(),
})
export type SetStep = z.infer<typeof SetStep>

export const FinishStep = z.strictObject({ ...MentorshipId.shape, stepId: id })
export type FinishStep = z.infer<typeof FinishStep>

/** A page of notes, newest first; pages count from 1. */
export const Notes = z.strictObject({
  ...MentorshipId.shape,
  page: z.coerce.number().int().min(1).default(1),
})
export type Notes = z.infer<typeof Notes>

const noteText = words(5000, 'Write your note.')

export const AddNote = z.strictObject({
  ...MentorshipId.shape,
  text: noteText,
  audience: z.enum(['both', 'only_me'], { error: 'Choose who may read it: both of you, or only you.' }),
})
export type AddNote = z.infer<typeof AddNote>

export const NoteRef = z.strictObject({ ...MentorshipId.shape, noteId: id })
export type NoteRef = z.infer<typeof NoteRef>

export const EditNote = z.strictObject({ ...NoteRef.shape, text: noteText, rev })
export type EditNote = z.infer<typeof EditNote>

/** The end: a sentence and thanks for the other, a reason for oneself alone. */
export const Finish = z.strictObject({
  ...MentorshipId.shape,
  sentence: words(500, 'Leave a sentence for them. The one we wrote will do.'),
  thanks: maybe(1000),
  reason: maybe(2000),
  askAgain: ticked,
})
export type Finish = z.infer<typeof Finish>
