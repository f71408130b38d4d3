import { type SQL, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { liveOn, visibleStints } from '@wirearchy/domain/visibility'
import { isAmong } from './propose.ts'

/**
 * People in sight whose stay at the school today is within their audience, in order of name.
 * @param those who is asked about
 */
export const knownThere = (ctx: MemberCtx, schoolId: string, those: SQL | 'anybody') =>
  ctx.store.read.rows<{ id: string; name: string }>(sql`
    select distinct someone.id as id, someone.display_name as name
    from stints there join people someone on someone.id = there.person_id
    where there.school_id = ${schoolId} and there.person_id <> ${ctx.viewer} and ${liveOn('there', ctx.today)}
      and ${isAmong(those)}
      and there.id in (${visibleStints(ctx, those === 'anybody' ? undefined : those)})
    order by someone.display_name, someone.id`)
