import { type SQL, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { liveOn, visibleStints } from '@wirearchy/domain/visibility'

/**
 * People in sight whose stay at the school today is within their audience, in order of name.
 * @param among a condition on `there.person_id`: who is asked about
 */
export const knownThere = (ctx: MemberCtx, schoolId: string, among: SQL) =>
  ctx.store.read.rows<{ id: string; name: string }>(sql`
    select distinct someone.id as id, someone.display_name as name
    from stints there join people someone on someone.id = there.person_id
    where there.school_id = ${schoolId} and there.person_id <> ${ctx.viewer} and ${liveOn('there', ctx.today)}
      and ${among} and there.id in (${visibleStints(ctx)})
    order by someone.display_name, someone.id`)
