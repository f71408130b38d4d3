import { sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { candidates } from './candidates.ts'
import type { Asking } from './may-be-asked.ts'
import { free } from './places.ts'
import type { Candidate } from './rank.ts'

const FOUR_WEEKS_MS = 28 * 86_400_000
const LISTS = ['topics', 'subjects', 'phases', 'ways'] as const
type Row = Omit<Candidate, (typeof LISTS)[number] | 'hasHours'> &
  Record<(typeof LISTS)[number], string> & { hasHours: number }

/**
 * Every mentor whom the viewer may ask for this now, with what decides their order; but for whom the viewer waits on
 * already, and who could not say yes to them in the last four weeks.
 */
export async function found(ctx: MemberCtx, asking: Asking): Promise<Candidate[]> {
  const since = ctx.now - FOUR_WEEKS_MS
  const rows = await ctx.store.read.rows<Row>(sql`
    select offer.person_id as id, candidate.steps as steps, offer.topics as topics, offer.subjects as subjects,
      offer.phases as phases, offer.ways as ways, offer.note as note,
      ${free(sql`offer.person_id`, asking.unit, ctx.today)} as places,
      exists (select 1 from mentor_hours h where h.person_id = offer.person_id) as "hasHours",
      (select count(*) from mentoring_asks a where a.mentor_id = offer.person_id and a.state in ('asked', 'question')) as held,
      (select count(*) from mentoring_asks a where a.mentor_id = offer.person_id
        and (a.state in ('asked', 'question') or a.asked_at >= ${since})) as lately
    from (${candidates(ctx, asking)}) candidate join mentor_offers offer on offer.person_id = candidate.person_id
    where not exists (select 1 from mentoring_requests mine join mentoring_asks theirs on theirs.request_id = mine.id
      where mine.asker_id = ${ctx.viewer} and theirs.mentor_id = offer.person_id
        and ((mine.state = 'open' and theirs.state in ('next', 'asked', 'question'))
          or (theirs.state in ('declined', 'passed') and theirs.created_at >= ${since})))`)
  return rows.map(({ hasHours, ...row }) => ({
    ...row,
    ...(Object.fromEntries(LISTS.map((list) => [list, JSON.parse(row[list])])) as Pick<
      Candidate,
      (typeof LISTS)[number]
    >),
    hasHours: hasHours === 1,
  }))
}
