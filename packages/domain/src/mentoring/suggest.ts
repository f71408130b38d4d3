import { eq, inArray, inList, people, profiles, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { found } from './found.ts'
import type { Suggest, Way } from './input.ts'
import { pathsTo } from './path.ts'
import { type Asker, type Candidate, ranked } from './rank.ts'
import { why } from './why.ts'

const MOST = 5

/** A mentor whom the viewer may ask, and why. There is no score, and nothing that two of them could be compared by. */
export interface Suggestion {
  personId: string
  name: string
  /** True when the viewer may open their page. */
  hasPage: boolean
  ways: Way[]
  /** What they say of their offer. */
  note: string | null
  /** Short reasons, the strongest first. */
  why: string[]
}

/** Up to five mentors for what the viewer needs, each with why; none when nobody within reach is free. */
export async function suggest(ctx: MemberCtx, wanted: Suggest): Promise<Suggestion[]> {
  const asker = await askerOf(ctx)
  const first = ranked(await found(ctx, wanted), asker, wanted, ctx.today).slice(0, MOST)
  const ids = first.map(({ id }) => id)
  if (ids.length === 0) return []
  const [names, paths, days] = [await namesOf(ctx, ids), await pathsTo(ctx, ids), await weekdaysOf(ctx, ids)]
  return first.map((mentor) => ({
    personId: mentor.id,
    name: names.get(mentor.id) ?? '',
    hasPage: mentor.steps === 1,
    ways: mentor.ways as Way[],
    note: mentor.note,
    why: why(mentor, asker, wanted, { path: paths.get(mentor.id), weekdays: days.get(mentor.id) ?? [] }),
  }))
}

async function askerOf({ store: { read }, viewer }: MemberCtx): Promise<Asker> {
  const [mine] = await read.select().from(profiles).where(eq(profiles.personId, viewer))
  return { id: viewer, subjects: mine?.subjects ?? [], phase: mine?.phase ?? null }
}

async function namesOf({ store: { read } }: MemberCtx, ids: Candidate['id'][]) {
  const rows = await read
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(inArray(people.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The days of the week on which each has hours. */
async function weekdaysOf({ store: { read } }: MemberCtx, ids: string[]) {
  const rows = await read.rows<{ id: string; weekday: number }>(sql`
    select distinct person_id as id, weekday from mentor_hours where person_id in (${inList(ids)}) order by person_id, weekday`)
  const days = new Map<string, number[]>()
  for (const { id, weekday } of rows) days.set(id, [...(days.get(id) ?? []), weekday])
  return days
}
