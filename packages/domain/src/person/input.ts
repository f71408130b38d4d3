import { z } from 'zod'
import { NATIONS, PHASES, REGIONS, STAGES } from './choices.ts'
import { day, line, oneOf, shortList, ticked } from './form-parts.ts'
import { PersonName } from './name.ts'

export { PersonName }

const LEVELS = ['only_me', 'ties', 'groups', 'schools', 'members'] as const
const level = z.enum(LEVELS, { error: 'Choose who may see this.' })
const personId = z.uuid({ error: 'Choose a person.' })

/** Somebody, by id; as of a past day when one is given. */
export const PersonRef = z.strictObject({
  id: personId,
  asOf: z.iso.date({ error: 'Enter a day, such as 1 3 2025.' }).optional(),
})
export type PersonRef = z.infer<typeof PersonRef>

/** Two minutes about oneself. What is left out is emptied: the form shows all of it. */
export const EditProfile = z.strictObject({
  pronouns: line(40),
  stage: oneOf(STAGES),
  phase: oneOf(PHASES),
  subjects: shortList(8),
  languages: shortList(8),
  region: oneOf(REGIONS),
  nation: oneOf(NATIONS),
  trainedWith: line(120),
  askMeAbout: line(300),
  helpWith: line(300),
})
export type EditProfile = z.infer<typeof EditProfile>

/** The first two minutes. Every answer may be skipped, and what is skipped stays as it is. */
export const SetUp = z.strictObject({
  name: PersonName.optional(),
  stage: oneOf(STAGES),
  phase: oneOf(PHASES),
  nation: oneOf(NATIONS),
  subjects: shortList(8),
  trainedWith: line(120),
  currentSchool: level.optional(),
  twoHops: z.enum(['yes', 'no'], { error: 'Choose yes or no.' }).optional(),
})
export type SetUp = z.infer<typeof SetUp>

/** A new name, and whether earlier ones disappear from view and from search. */
export const Rename = z.strictObject({ name: PersonName, hidePrevious: ticked })
export type Rename = z.infer<typeof Rename>

export const HidePrevious = z.strictObject({ hidden: ticked })
export type HidePrevious = z.infer<typeof HidePrevious>

/** Who may see which field; fields left out keep their audience. */
export const SetAudience = z.strictObject({
  stage: level.optional(),
  subjects: level.optional(),
  phase: level.optional(),
  pronouns: level.optional(),
  languages: level.optional(),
  region: level.optional(),
  trained_with: level.optional(),
  ask_me_about: level.optional(),
  help_with: level.optional(),
  current_school: level.optional(),
  past_stints: level.optional(),
  connections: level.optional(),
  named_as_link: level.optional(),
  two_hops: level.optional(),
})
export type SetAudience = z.infer<typeof SetAudience>

/** My page as a level of people sees it, or as one person does. */
export const ViewAs = z.union([z.strictObject({ level }), z.strictObject({ personId })])
export type ViewAs = z.infer<typeof ViewAs>

/** Away from a day, perhaps until another. There is no place for a reason. */
export const StartPause = z.strictObject({
  startedOn: day,
  expectedReturnOn: day.nullish().transform((on) => on ?? null),
  audience: level.default('only_me'),
})
export type StartPause = z.infer<typeof StartPause>

export const EndPause = z.strictObject({ finishedOn: day })
export type EndPause = z.infer<typeof EndPause>

/** A number that a register or a course gave me. */
export const AddIdentifier = z.strictObject({
  scheme: z.enum(['trn', 'ewc', 'gtcs', 'gtcni', 'provider_trainee_id', 'hesa'], {
    error: 'Choose which number this is.',
  }),
  issuer: line(80),
  value: z
    .string({ error: 'Enter the number.' })
    .trim()
    .min(1, 'Enter the number.')
    .max(40, 'This is too long.'),
})
export type AddIdentifier = z.infer<typeof AddIdentifier>
