import { audiences as audienceRows, eq, type Reader } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { type AudienceField, DEFAULT_LEVELS, LEVELS, type Level } from '@wirearchy/domain/visibility'

export type Audiences = Record<AudienceField, Level>

/** Who may see each field of a person: what they chose, else the default. */
export async function audiencesOf(read: Pick<Reader, 'select'>, personId: string): Promise<Audiences> {
  const rows = await read.select().from(audienceRows).where(eq(audienceRows.personId, personId))
  const chosen = Object.fromEntries(rows.map(({ field, level }) => [field, level]))
  return { ...DEFAULT_LEVELS, ...chosen }
}

/** The viewer's own audiences, field by field in the order of the page, in words. */
export async function audiences(ctx: MemberCtx) {
  const held = await audiencesOf(ctx.store.read, ctx.viewer)
  const fields = Object.keys(FIELD_WORDS) as AudienceField[]
  return {
    fields: fields.map((field) => ({ field, label: FIELD_WORDS[field], level: held[field] })),
    levels: LEVELS.map((level) => ({ level, label: LEVEL_WORDS[level] })),
  }
}

/** Each field as the page names it. */
export const FIELD_WORDS: Record<AudienceField, string> = {
  current_school: 'Where you are now',
  past_stints: 'Where you were before',
  stage: 'Stage',
  phase: 'Phase',
  subjects: 'Subjects',
  trained_with: 'Where you trained',
  pronouns: 'Pronouns',
  languages: 'Languages',
  region: 'Region',
  ask_me_about: 'Ask me about',
  help_with: 'I’d like help with',
  connections: 'Whom you know',
  named_as_link: 'Being named as somebody in between',
  two_hops: 'Being found at your school by people who know people you know',
}

/** Each level as the page names it; a wider one includes the narrower ones. */
export const LEVEL_WORDS: Record<Level, string> = {
  only_me: 'Only me',
  ties: 'People I know',
  groups: 'My training groups too',
  schools: 'My schools too',
  members: 'Anybody here who can see my name',
}
