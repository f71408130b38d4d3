import { sql } from '@wirearchy/db'
import { addDays, dayOf, type MemberCtx } from '@wirearchy/domain'
import { type Nation, nationIn, schoolDaysBetween } from '@wirearchy/domain/calendar'
import { latestRequests } from '@wirearchy/domain/mentoring'
import { type Waits, waitsOf } from './figures.ts'

const LATELY = 180

interface Row {
  askedAt: number
  answeredAt: number
  nation: Nation
}

/**
 * For how many school days people who asked for support lately waited for a mentor's first answer, in figures that name
 * nobody: null while fewer than five have been answered.
 */
export async function waits(ctx: MemberCtx): Promise<Waits | null> {
  const since = Date.parse(`${addDays(ctx.today, -LATELY)}T00:00:00Z`)
  const rows = await ctx.store.read.rows<Row>(sql`
    select r.created_at as "askedAt", min(a.answered_at) as "answeredAt",
      ${nationIn(sql`r.asker_id`)} as nation
    from ${latestRequests} r join mentoring_asks a on a.request_id = r.id
    where r.created_at >= ${since} and a.answered_at is not null and a.state in ('question', 'accepted', 'declined')
    group by r.id`)
  return waitsOf(
    rows.map(({ askedAt, answeredAt, nation }) =>
      schoolDaysBetween(dayOf(askedAt), dayOf(answeredAt), nation),
    ),
  )
}
