/** What may be asked of a programme, checked here alone. */
import { line, maybe, Unit } from '@wirearchy/domain/mentoring/input'
import { z } from 'zod'
import { id, ids, number, side, ticked, weight } from './form-parts.ts'

export const ProgrammeRef = z.strictObject({ programmeId: id })
export type ProgrammeRef = z.infer<typeof ProgrammeRef>

/** Whose programmes: a training group's, or a school's. */
export const ProgrammesOf = z.union([
  z.strictObject({ slug: z.string().min(1).max(120) }),
  z.strictObject({ schoolId: id }),
])
export type ProgrammesOf = z.infer<typeof ProgrammesOf>

const about = {
  name: line(80, 'Give it a name, such as “Mentors for our first year”.'),
  unit: Unit,
  startsOn: z.iso.date({ error: 'Enter the day it starts, such as 4 1 2027.' }),
}
export const CreateProgramme = z.union([
  z.strictObject({ slug: z.string().min(1).max(120), ...about }),
  z.strictObject({ schoolId: id, ...about }),
])
export type CreateProgramme = z.infer<typeof CreateProgramme>

/** People whom a lead asks to take part; each joins by their own yes. */
export const AddPeople = z.strictObject({
  programmeId: id,
  side,
  personIds: ids.refine((given) => given.length > 0, 'Choose at least one person.'),
})
export type AddPeople = z.infer<typeof AddPeople>

export const PersonIn = z.strictObject({ programmeId: id, personId: id })
export type PersonIn = z.infer<typeof PersonIn>

/** What somebody says of themselves so that they can be matched. */
export const JoinProgramme = z.strictObject({
  programmeId: id,
  subject: maybe(60),
  department: maybe(60),
  town: maybe(60),
  places: number(1, 20, 'Choose how many people you would mentor, from 1 to 20.').default(1),
})
export type JoinProgramme = z.infer<typeof JoinProgramme>

export const OpenWishes = z.strictObject({
  programmeId: id,
  days: number(3, 30, 'Choose from 3 to 30 school days.').default(10),
})
export type OpenWishes = z.infer<typeof OpenWishes>

/** Whom the viewer would like, each with a rank from 1; the same rank is a tie. Nothing said is no wish. */
export const SaveWishes = z.strictObject({
  programmeId: id,
  wishes: z
    .array(z.strictObject({ personId: id, rank: number(1, 20, 'Choose a place from 1 to 20.') }))
    .max(20, 'Keep your wishes to 20 people.')
    .refine(
      (all) => new Set(all.map(({ personId }) => personId)).size === all.length,
      'Name each person once.',
    ),
})
export type SaveWishes = z.infer<typeof SaveWishes>

/** What no pair may go against, and how much each thing counts that two have in common. */
export const SaveRules = z.strictObject({
  programmeId: id,
  sameSubject: ticked,
  otherDepartment: ticked,
  notAssessor: ticked,
  travel: number(0, 2, 'Choose how far people may travel.'),
  most: number(5, 200, 'Choose from 5 to 200 mentors a list.'),
  subject: weight,
  phase: weight,
  town: weight,
  known: weight,
  wished: weight,
})
export type SaveRules = z.infer<typeof SaveRules>

/** Two people who are never put together in this programme, or always. */
export const AddFix = z.strictObject({
  programmeId: id,
  menteeId: id,
  mentorId: id,
  does: z.enum(['bar', 'lock'], { error: 'Choose never, or always.' }),
  why: z.enum(['assessor', 'line_manager', 'other'], { error: 'Choose why.' }).optional(),
  reason: maybe(200),
})
export type AddFix = z.infer<typeof AddFix>

export const FixRef = z.strictObject({ programmeId: id, fixId: id })
export type FixRef = z.infer<typeof FixRef>

export const RunRef = z.strictObject({ programmeId: id, no: number(1, 10_000, 'Choose a run.') })
export type RunRef = z.infer<typeof RunRef>

/** Another mentor for somebody in a run, or none, against what the run made. */
export const OverridePair = z.strictObject({
  ...RunRef.shape,
  menteeId: id,
  mentorId: z
    .union([id, z.literal('none')], { error: 'Choose a mentor, or nobody.' })
    .transform((chosen) => (chosen === 'none' ? null : chosen)),
  reason: line(200, 'Say why in a few words: the run keeps it.'),
})
export type OverridePair = z.infer<typeof OverridePair>

export const CompareRuns = z.strictObject({
  programmeId: id,
  one: number(1, 10_000, 'Choose a run.'),
  other: number(1, 10_000, 'Choose a run.'),
})
export type CompareRuns = z.infer<typeof CompareRuns>

/** One mentee's line of a run. */
export const PairIn = z.strictObject({ ...RunRef.shape, menteeId: id })
export type PairIn = z.infer<typeof PairIn>
