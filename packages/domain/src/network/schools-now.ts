import { type SQL, sql } from '@wirearchy/db'
import type { Day, MemberCtx } from '@wirearchy/domain'
import { liveOn, visibleStints } from '@wirearchy/domain/visibility'

/** Where somebody is now, as far as they let the viewer see it. */
export interface SchoolNow {
  personId: string
  schoolId: string
  name: string
  town: string | null
  kind: string
  startedOn: Day
}

/**
 * Where each of these people is, within their audience today; several rows for somebody at two schools,
 * none for somebody who keeps it to themselves.
 * @param among a subquery of person ids
 * @param on the day they were there, today or earlier; who may know it is decided today
 */
export const schoolsNow = (ctx: MemberCtx, among: SQL, on = ctx.today): Promise<SchoolNow[]> =>
  ctx.store.read.rows<SchoolNow>(sql`
    select there.person_id as "personId", place.id as "schoolId", place.name as name, place.town as town,
      place.kind as kind, there.started_on as "startedOn"
    from stints there join schools place on place.id = there.school_id
    where there.person_id in (${among}) and there.id in (${visibleStints(ctx, among)}) and ${liveOn('there', on)}
    order by there.started_on desc, there.id`)
