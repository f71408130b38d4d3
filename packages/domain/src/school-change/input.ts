/** What a reviewer may decide of a school change, and what a person may say of their own stay: checked here alone. */
import { z } from 'zod'

const id = z.uuid({ error: 'Choose one from the list.' })
const day = z.iso.date({ error: 'Enter a day, such as 1 9 2026.' })
const why = z
  .string()
  .trim()
  .max(300, 'Keep the reason to 300 characters or fewer.')
  .optional()
  .transform((text) => text || undefined)

/** What the rules left open, decided: it is so (perhaps as another kind, or with another school), or it is not. */
export const DecideChange = z.strictObject({
  id,
  decision: z.enum(['apply', 'reject'], { error: 'Choose yes or no.' }),
  kind: z
    .enum(['replaced', 'merged', 'split', 'closed'], { error: 'Choose what happened to the school.' })
    .optional(),
  /** The school that follows; needed for a replacement or a merger that names none. */
  toSchoolId: id.optional(),
  /** The last day of the school as it was, when the register gives none or a wrong one. */
  on: day.optional(),
  why,
})
export type DecideChange = z.infer<typeof DecideChange>

/** A change that turned out wrong: everything that followed from it is taken back. */
export const UndoChange = z.strictObject({ id, why })
export type UndoChange = z.infer<typeof UndoChange>

/** Where somebody is now whose school has changed: at this school, still where they were, or gone since a day. */
export const SettleStay = z.strictObject({
  stintId: id,
  answer: z.union(
    [z.strictObject({ schoolId: id }), z.literal('still_open'), z.strictObject({ leftOn: day })],
    {
      error: 'Choose the school you are at now, or say when you left.',
    },
  ),
  /** The first day at the school chosen; the day after the change when not said. */
  on: day.optional(),
})
export type SettleStay = z.infer<typeof SettleStay>
