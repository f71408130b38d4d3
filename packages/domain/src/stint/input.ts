import { z } from 'zod'

const id = z.uuid({ error: 'Choose one from the list.' })
const day = z.iso.date({ error: 'Enter a day, such as 1 9 2026.' })
const optionalDay = day.nullish().transform((on) => on ?? null)
const ticked = z
  .union([z.boolean(), z.literal('yes')])
  .nullish()
  .transform((box) => box === true || box === 'yes')

const kind = z.enum(['employed', 'placement', 'supply', 'volunteer'], {
  error: 'Choose what kind of time this was.',
})
const role = z
  .enum(['trainee', 'new_teacher', 'teacher', 'mentor', 'induction_lead', 'leader', 'support'], {
    error: 'Choose a role from the list, or leave it out.',
  })
  .nullish()
  .transform((chosen) => chosen ?? null)
const pattern = z
  .enum(['full_time', 'part_time', 'supply'], { error: 'Choose full time, part time or supply.' })
  .nullish()
  .transform((chosen) => chosen ?? null)
/** A school that is in no list, by name: kept until somebody has looked at it. */
const unlisted = {
  schoolName: z
    .string()
    .trim()
    .min(2, 'Write the name of the school.')
    .max(120, 'Keep the name to 120 characters or fewer.')
    .optional(),
  schoolTown: z.string().trim().max(80, 'Keep the town to 80 characters or fewer.').optional(),
  schoolNation: z
    .enum(['england', 'wales', 'scotland', 'northern_ireland', 'outside_uk'], {
      error: 'Choose where the school is.',
    })
    .optional(),
}
const when = z.enum(['now', 'on_start', 'never'], { error: 'Choose now, on the day I start, or never.' })

/** One line of a career: a time at one school, told by the person themselves. */
export const AddStint = z.strictObject({
  schoolId: id.optional(),
  ...unlisted,
  kind: kind.default('employed'),
  role,
  pattern,
  startedOn: day,
  finishedOn: optionalDay,
})
export type AddStint = z.infer<typeof AddStint>

/** What was wrong with a line of one's career, put right. */
export const CorrectStint = z.strictObject({
  stintId: id,
  kind: kind.optional(),
  role,
  pattern,
  startedOn: day,
  finishedOn: optionalDay,
})
export type CorrectStint = z.infer<typeof CorrectStint>

/** A line that should never have been there. It is kept, hidden, with its reason. */
export const RemoveStint = z.strictObject({ stintId: id })
export type RemoveStint = z.infer<typeof RemoveStint>

/** Who is told of a move, and when; `never` to people and groups alike hides the new school itself. */
export const Telling = z.strictObject({
  ties: when.default('now'),
  groups: when.default('now'),
  old_school: when.default('never'),
  new_school: when.default('never'),
})
export type Telling = z.infer<typeof Telling>

/** "I'm moving school", in one act. */
export const Move = z.strictObject({
  /** The stays that end. With one open stay it may be left out; with two it is asked for. */
  leaving: z.union([id.transform((one) => [one]), z.array(id)]).optional(),
  leaveOn: day.optional(),
  destination: z.enum(['school', 'undecided', 'abroad', 'break', 'leaving_teaching'], {
    error: 'Choose where you are going. “Not decided yet” is fine.',
  }),
  schoolId: id.optional(),
  ...unlisted,
  startOn: day.optional(),
  kind: kind.default('employed'),
  role,
  pattern,
  /** True when the new school comes beside one that goes on, or the two overlap on purpose. */
  besides: ticked,
  telling: Telling.default({ ties: 'now', groups: 'now', old_school: 'never', new_school: 'never' }),
  /** Whether people two steps away may find the mover at the new school; left as it is when not said. */
  twoHops: z.enum(['yes', 'no'], { error: 'Choose yes or no.' }).optional(),
})
export type Move = z.infer<typeof Move>

export const MoveRef = z.strictObject({ moveId: id })
export type MoveRef = z.infer<typeof MoveRef>

/** The person's own word when two schools say different days. */
export const SettleMove = z.strictObject({
  moveId: id,
  leaveOn: day.optional(),
  startOn: day.optional(),
  besides: ticked,
})
export type SettleMove = z.infer<typeof SettleMove>

export const ClaimRef = z.strictObject({ claimId: id })
export type ClaimRef = z.infer<typeof ClaimRef>

export const StintRef = z.strictObject({ stintId: id })
export type StintRef = z.infer<typeof StintRef>

/** A school by our id or any of its URNs. */
export const StaffOf = z.strictObject({
  ref: z.string().min(1).max(64),
  /** A past day: of today's staff, who was there by then. */
  asOf: z.iso.date({ error: 'Enter a day, such as 1 3 2025.' }).optional(),
})
export type StaffOf = z.infer<typeof StaffOf>

/** A school lead says that somebody's time there ends. */
export const ReportLeaving = z.strictObject({ stintId: id, lastDay: day })
export type ReportLeaving = z.infer<typeof ReportLeaving>

/** A school lead says that somebody is joining. Whether the address is known here is never told. */
export const ReportJoining = z.strictObject({
  schoolId: id,
  email: z.email({ error: 'Enter their full e-mail address, such as asha@example.com.' }).max(254),
  startsOn: day,
  kind: kind.default('employed'),
  role,
  pattern,
})
export type ReportJoining = z.infer<typeof ReportJoining>

/** A school lead arranges a mentor for somebody at the school. */
export const StartMentorship = z.strictObject({ mentorStintId: id, menteeStintId: id, startsOn: day })
export type StartMentorship = z.infer<typeof StartMentorship>

export const MentorshipRef = z.strictObject({ mentorshipId: id })
export type MentorshipRef = z.infer<typeof MentorshipRef>
