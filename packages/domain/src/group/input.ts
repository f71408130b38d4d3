import { z } from 'zod'

const UNSEEN = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu
const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()

/** A line of somebody's words that has to be there. */
const words = (ask: string, most: number) =>
  z
    .string({ error: ask })
    .transform(tidy)
    .refine((text) => text !== '', ask)
    .refine((text) => text.length <= most, `Keep this to ${most} characters or fewer.`)
const perhaps = (most: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidy(text ?? '') || null)
    .refine((text) => (text?.length ?? 0) <= most, `Keep this to ${most} characters or fewer.`)
const ticked = z
  .union([z.boolean(), z.literal('yes')])
  .nullish()
  .transform((box) => box === true || box === 'yes')
const day = (ask: string) => z.iso.date({ error: ask })
const slug = z.string({ error: 'Choose a training group.' }).min(1).max(120)
const id = z.string({ error: 'Choose one from the list.' }).min(1).max(64)
const page = z.coerce.number().int().min(1).max(10_000).optional()

export const GroupRef = z.strictObject({ slug })
export type GroupRef = z.infer<typeof GroupRef>

const asOf = day('Enter a day, such as 1 3 2025.').optional()
/** A group as of a past day, or today. */
export const GroupAsOf = z.strictObject({ slug, asOf })
export type GroupAsOf = z.infer<typeof GroupAsOf>
/** A new training group. Its dates are the course's first and last day, both included. */
export const CreateGroup = z.strictObject({
  name: words('Enter the name people use for the group, such as Leeds PGCE Physics.', 120),
  provider: words('Enter who runs the course, such as University of Leeds.', 120),
  route: perhaps(80),
  subject: perhaps(80),
  phase: z
    .enum(['early_years', 'primary', 'secondary', 'post_16', 'special', 'all_through'], {
      error: 'Choose a phase from the list, or leave it out.',
    })
    .nullish(),
  nation: z
    .enum(['england', 'wales', 'scotland', 'northern_ireland'], {
      error: 'Choose a nation from the list, or leave it out.',
    })
    .nullish(),
  startedOn: day('Enter the day the course starts, such as 2 9 2026.'),
  finishedOn: day('Enter the day the course ends, such as 25 6 2027.'),
  iTrainHere: ticked,
})
export type CreateGroup = z.infer<typeof CreateGroup>

/** Whom to show of a group, and in which order. */
export const Members = z.strictObject({
  slug,
  sort: z.enum(['name', 'school', 'subject', 'joined']).optional(),
  subject: z.string().max(80).optional(),
  page,
  asOf,
})
export type Members = z.infer<typeof Members>

/** A link that lets people in until a day, or until so many have used it. */
export const MakeLink = z.strictObject({
  slug,
  days: z.coerce
    .number({ error: 'Choose how long the link works.' })
    .int()
    .min(1, 'A link works for at least 1 day.')
    .max(365, 'A link works for at most 365 days.')
    .default(30),
  maxUses: z.coerce
    .number({ error: 'Enter how many people may use the link, as a number such as 30.' })
    .int('Enter a whole number.')
    .min(1, 'At least 1 person has to be able to use it.')
    .max(2_000, 'At most 2,000 people can use one link.')
    .optional(),
  subgroup: perhaps(80),
})
export type MakeLink = z.infer<typeof MakeLink>

export const RevokeLink = z.strictObject({ slug, linkId: id })
export type RevokeLink = z.infer<typeof RevokeLink>

/** The code of a link, as in its address; capitals, spaces and hyphens make no difference. */
export const LinkCode = z.strictObject({ code: z.string({ error: 'Enter the code.' }).min(1).max(80) })
export type LinkCode = z.infer<typeof LinkCode>

/** Joining by a link: from the group's first day, unless another is said. */
export const Join = z.strictObject({
  code: LinkCode.shape.code,
  startedOn: day('Enter the day you started, such as 2 9 2026.').optional(),
  /** My deferred time in another group that this carries on. */
  resumesId: id.optional(),
})
export type Join = z.infer<typeof Join>

const lastDay = day('Enter the last day, such as 31 1 2027.')

/** Leaving a group after a day. What was shared until then stays. */
export const LeaveGroup = z.strictObject({ slug, lastDay: lastDay.optional() })
export type LeaveGroup = z.infer<typeof LeaveGroup>

/** Stopping for now, to carry on later, perhaps with the next group. My own time unless a person is named. */
export const DeferMembership = z.strictObject({ slug, personId: id.optional(), lastDay })
export type DeferMembership = z.infer<typeof DeferMembership>

/** Carrying on after deferring, in this group, from a day. */
export const ResumeIn = z.strictObject({
  slug,
  personId: id.optional(),
  startedOn: day('Enter the day they carry on from, such as 1 9 2027.'),
})
export type ResumeIn = z.infer<typeof ResumeIn>

/** The day somebody's time in a group really began. My own unless a person is named. */
export const ChangeStart = z.strictObject({
  slug,
  personId: id.optional(),
  startedOn: day('Enter the first day, such as 6 1 2027.'),
})
export type ChangeStart = z.infer<typeof ChangeStart>

export const TransferMember = z.strictObject({
  slug,
  personId: id,
  toSlug: slug,
  startedOn: day('Enter their first day in the other group, such as 6 1 2027.'),
})
export type TransferMember = z.infer<typeof TransferMember>

/** Taking back a membership that should never have been written. It is kept, and out of sight. */
export const VoidMembership = z.strictObject({
  slug,
  personId: id,
  reason: words('Say in a few words why it was a mistake.', 200),
})
export type VoidMembership = z.infer<typeof VoidMembership>

export const MakeLead = z.strictObject({ slug, personId: id })
export type MakeLead = z.infer<typeof MakeLead>
