import { type SQL, sql } from '@wirearchy/db'

/**
 * The one scale of who may see what, from the narrowest: only me · my ties · my groups · my schools ·
 * members. A viewer's reach to a person is the highest number any live relation gives.
 */
export const REACH = { only_me: 5, ties: 4, groups: 3, schools: 2, members: 1 } as const

export type Level = keyof typeof REACH

export const LEVELS = Object.keys(REACH) as Level[]

/** Fields whose audience a person sets, with what holds until they do. E-mail is nobody's and has no level. */
export const DEFAULT_LEVELS = {
  stage: 'groups',
  subjects: 'groups',
  phase: 'groups',
  pronouns: 'groups',
  languages: 'groups',
  region: 'groups',
  trained_with: 'groups',
  ask_me_about: 'groups',
  help_with: 'groups',
  current_school: 'ties',
  past_stints: 'only_me',
  connections: 'only_me',
  named_as_link: 'groups',
  two_hops: 'only_me',
} as const satisfies Record<string, Level>

export type AudienceField = keyof typeof DEFAULT_LEVELS

/** The levels that a reach opens, widest first. */
export const levelsWithin = (reach: number): Set<Level> =>
  new Set(LEVELS.filter((level) => REACH[level] <= reach))

/** The reach a level asks for, in SQL. A level the database does not know asks for the most. */
export const reachFor = (level: SQL): SQL =>
  sql`case ${level} when 'members' then 1 when 'schools' then 2 when 'groups' then 3 when 'ties' then 4 else 5 end`
