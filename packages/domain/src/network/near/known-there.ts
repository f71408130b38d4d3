import { type SQL, sql } from '@wirearchy/db'
import type { Day, MemberCtx } from '@wirearchy/domain'
import { liveOn, nearbyStints, visibleStints } from '@wirearchy/domain/visibility'
import { isAmong } from './propose.ts'

export interface Question {
  schoolId: string
  /** The day they were there, today or earlier; what may be known of it is decided today. */
  on: Day
  /** Who is asked about. */
  those: SQL | 'anybody'
}

/** Stays of the viewer's own colleagues there on the day: that both were there is what the tie between them says. */
const besideMe = ({ viewer, today }: MemberCtx, { schoolId, on }: Question): SQL => sql`
  select theirs.id from ${nearbyStints(viewer, today)} and mine.school_id = ${schoolId}
    and ${liveOn('mine', on)} and ${liveOn('theirs', on)}`

/**
 * The viewer's colleagues there, and people in sight whose stay at the school that day is within their audience today, in
 * order of name. (Whom the viewer may not see has no tie to give as the reason, and is left out there.)
 */
export const knownThere = (ctx: MemberCtx, question: Question) =>
  ctx.store.read.rows<{ id: string; name: string }>(sql`
    select distinct someone.id as id, someone.display_name as name
    from stints there join people someone on someone.id = there.person_id and someone.status = 'active'
    where there.school_id = ${question.schoolId} and there.person_id <> ${ctx.viewer} and ${liveOn('there', question.on)}
      and ${isAmong(question.those)}
      and (there.id in (${visibleStints(ctx, question.those === 'anybody' ? undefined : question.those)}) or there.id in (${besideMe(ctx, question)}))
    order by someone.display_name, someone.id`)
