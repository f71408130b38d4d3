import { audiences as audienceRows, eq, type Reader } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { type AudienceField, DEFAULT_LEVELS, LEVELS, type Level } from '@wirearchy/domain/visibility'
import { saidOfStays } from './stay-audiences.ts'

export type Audiences = Record<AudienceField, Level>

/** Who may see each field of a person: what they chose, else the default. */
export async function audiencesOf(read: Pick<Reader, 'select'>, personId: string): Promise<Audiences> {
  const rows = await read.select().from(audienceRows).where(eq(audienceRows.personId, personId))
  const chosen = Object.fromEntries(rows.map(({ field, level }) => [field, level]))
  return { ...DEFAULT_LEVELS, ...chosen }
}

/** The viewer's own as they hold today: of the schools where they are, the narrowest that they said when moving there. */
export async function audiencesToday(read: Pick<Reader, 'select'>, ctx: MemberCtx): Promise<Audiences> {
  const held = await audiencesOf(read, ctx.viewer)
  const said = (await saidOfStays(read, ctx)).filter(({ isNow }) => isNow).map(({ level }) => level)
  return { ...held, current_school: LEVELS.find((level) => said.includes(level)) ?? held.current_school }
}

/** The viewer's own audiences, field by field in the order of the page, with what may be chosen, in words. */
export async function audiences(ctx: MemberCtx) {
  const held = await audiencesToday(ctx.store.read, ctx)
  return FIELDS.map(({ field, ...words }) => ({
    field,
    level: held[field],
    choices: LEVEL_CHOICES,
    ...words,
  }))
}

const choices = (words: Partial<Record<Level, string>>) =>
  LEVELS.flatMap((value) => (words[value] ? [{ value, label: words[value] }] : []))

/** A wider level includes the narrower ones. */
const LEVEL_CHOICES = choices({
  only_me: 'Only me',
  ties: 'People I know',
  groups: 'People I know, my training groups',
  schools: 'People I know, my training groups, my school',
  members: 'Anybody who can see my name',
})

/** Each field as the page names it. Two of them are about links rather than facts, and have answers of their own. */
const FIELDS: { field: AudienceField; label: string; hint?: string; choices?: typeof LEVEL_CHOICES }[] = [
  {
    field: 'current_school',
    label: 'Where you are now',
    hint: 'A school’s own lead always sees who works there.',
  },
  { field: 'past_stints', label: 'Where you were before' },
  { field: 'stage', label: 'Stage' },
  { field: 'phase', label: 'Phase' },
  { field: 'subjects', label: 'Subjects' },
  { field: 'trained_with', label: 'Where you trained' },
  { field: 'pronouns', label: 'Pronouns' },
  { field: 'languages', label: 'Languages' },
  { field: 'region', label: 'Region' },
  { field: 'ask_me_about', label: 'Ask me about' },
  { field: 'help_with', label: 'I’d like help with' },
  {
    field: 'two_hops',
    label: 'Being found at your school by people who know people you know',
    choices: choices({
      only_me: 'No',
      groups: 'Through my training groups',
      members: 'Through anybody I know',
    }),
  },
  {
    field: 'named_as_link',
    label: 'Being named when you are who two people both know',
    hint: 'If not, they read “someone you both know”.',
    choices: choices({ only_me: 'No', groups: 'Inside my training groups', members: 'Yes' }),
  },
]
