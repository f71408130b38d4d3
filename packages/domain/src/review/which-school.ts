import { sql } from '@wirearchy/db'
import type { Day, MemberCtx } from '@wirearchy/domain'
import { type Candidate, unsettledStays } from '@wirearchy/domain/school-change'

/** One of my stays at a school that has changed, and where I may be now. */
export interface AskedStay {
  stintId: string
  schoolName: string
  startedOn: Day
  /**
   * `split`: several schools follow · `closed`: none is known · `unclear`: the register contradicts itself ·
   * `unknown`: the name I wrote is no school that anybody could find.
   */
  what: 'split' | 'closed' | 'unclear' | 'unknown'
  /** The last day of the school as it was; null for one that nobody could find. */
  lastDay: Day | null
  candidates: Candidate[]
}

/** My stays of which only I can say where they are now, by start. Who never answers keeps them as they are. */
export async function whichSchool(ctx: MemberCtx): Promise<AskedStay[]> {
  const changed = await unsettledStays(ctx.store.read, ctx.viewer, ctx.today)
  return [
    ...changed.map(({ stintId, schoolName, startedOn, what, lastDay, candidates }) => ({
      ...{ stintId, schoolName, startedOn, what, lastDay, candidates },
    })),
    ...(await unknownOnes(ctx)),
  ]
}

async function unknownOnes({ store, viewer }: MemberCtx): Promise<AskedStay[]> {
  const rows = await store.read.rows<Pick<AskedStay, 'stintId' | 'schoolName' | 'startedOn'>>(sql`
    select s.id as "stintId", place.name as "schoolName", s.started_on as "startedOn" from stints s
    join schools place on place.id = s.school_id
    join school_decisions d on d.school_id = place.id and d.outcome = 'not_a_school' and d.undone_at is null
    where s.person_id = ${viewer} and s.voided_at is null order by s.started_on, s.id`)
  return rows.map((row) => ({ ...row, what: 'unknown' as const, lastDay: null, candidates: [] }))
}
