import { type AnyColumn, type SQL, sql } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { type Level, levelsWithin, reachFor } from './reach.ts'
import { ledSchools, liveOn, sight } from './sight.ts'

/** For any `where`: true when the person in this column may be seen by the viewer now. */
export const visibleTo = (ctx: Ctx, column: AnyColumn | SQL): SQL =>
  sql`${column} in (select person_id from (${sight(ctx)}) in_sight)`

/** The viewer's reach to one person now: 5 oneself, 4 ties … 1; 0 when out of sight. Same SQL as the lists. */
export async function reachTo(ctx: Ctx, personId: string): Promise<number> {
  if (ctx.viewer === null) return 0
  const [row] = await ctx.store.read.rows<{ reach: number }>(
    sql`select reach from (${sight(ctx)}) in_sight where person_id = ${personId}`,
  )
  return row?.reach ?? 0
}

export const canSee = async (ctx: Ctx, personId: string) => (await reachTo(ctx, personId)) > 0

/** @throws Problem not_found, in the same words as for a person who does not exist */
export async function mustSee(ctx: Ctx, personId: string): Promise<number> {
  const reach = await reachTo(ctx, personId)
  if (reach === 0) throw Problem.notFound()
  return reach
}

/** Which audience levels of a person's fields the viewer falls within; empty when out of sight. */
export const levelsFor = async (ctx: Ctx, personId: string): Promise<Set<Level>> =>
  levelsWithin(await reachTo(ctx, personId))

/**
 * A subquery of stint ids that the viewer may see now: their own; of people in sight, the live ones
 * within their audience, and past ones within both theirs and the person's for past stints (only me,
 * unless widened); and the live staff of a school the viewer leads.
 * @param among ids of the people in question, as a list or subquery, when only theirs matter: it is quicker
 */
export const visibleStints = (ctx: Ctx, among?: SQL): SQL => sql`
  select own.id from stints own where own.person_id = ${ctx.viewer}
  union select there.id from stints there
    join (${sight(ctx)}) in_sight on in_sight.person_id = there.person_id
    join people owner on owner.id = there.person_id and owner.status = 'active'
    left join audiences now_ on now_.person_id = there.person_id and now_.field = 'current_school'
    left join audiences then_ on then_.person_id = there.person_id and then_.field = 'past_stints'
    where there.voided_at is null and there.started_on <= ${ctx.today}
    ${among ? sql`and in_sight.person_id in (${among})` : sql``}
    and case when ${liveOn('there', ctx.today)}
      then in_sight.reach >= ${reachFor(sql`coalesce(there.audience, now_.level, 'ties')`)}
        or there.school_id in (${ledSchools(ctx.viewer, ctx.today)})
      else in_sight.reach >= ${reachFor(sql`coalesce(then_.level, 'only_me')`)}
        and in_sight.reach >= ${reachFor(sql`coalesce(there.audience, 'members')`)} end`
