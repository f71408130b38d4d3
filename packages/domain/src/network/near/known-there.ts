import { type SQL, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { liveOn, nearbyStints, visibleStints } from '@wirearchy/domain/visibility'
import { isAmong } from './propose.ts'

/** Stays of the viewer's own colleagues there today: that both are there is what the tie between them says. */
const besideMe = ({ viewer, today }: MemberCtx, schoolId: string): SQL => sql`
  select theirs.id from ${nearbyStints(viewer, today)} and mine.school_id = ${schoolId}
    and ${liveOn('mine', today)} and ${liveOn('theirs', today)}`

/**
 * The viewer's colleagues there, and people in sight whose stay at the school today is within their audience, in order
 * of name. (Whom the viewer may not see has no tie to give as the reason, and is left out there.)
 * @param those who is asked about
 */
export const knownThere = (ctx: MemberCtx, schoolId: string, those: SQL | 'anybody') =>
  ctx.store.read.rows<{ id: string; name: string }>(sql`
    select distinct someone.id as id, someone.display_name as name
    from stints there join people someone on someone.id = there.person_id and someone.status = 'active'
    where there.school_id = ${schoolId} and there.person_id <> ${ctx.viewer} and ${liveOn('there', ctx.today)}
      and ${isAmong(those)}
      and (there.id in (${visibleStints(ctx, those === 'anybody' ? undefined : those)}) or there.id in (${besideMe(ctx, schoolId)}))
    order by someone.display_name, someone.id`)
