import { sql } from '@wirearchy/db'
import type { Day, MemberCtx } from '@wirearchy/domain'
import { blockedWith, visibleTo } from '@wirearchy/domain/visibility'

interface MyPair {
  mentorshipId: string
  personId: string
  name: string
  side: 'mentor' | 'mentee'
  reasons: string[]
  /** Which of a mentee's own wishes it is; never of anybody else's. */
  choice: number | null
  /** The day on which the two begin, while that is to come. */
  startsOn: Day | null
  /** True once the viewer may open the other's page. */
  mayOpenPage: boolean
}

type Row = Omit<MyPair, 'reasons' | 'mayOpenPage'> & { reasons: string | string[]; mayOpenPage: number }

/**
 * Whom a published run put the viewer together with, and why; of a mentee, which of their own wishes it is. Two who
 * begin on a day to come are named to each other until then by what they said yes to, though not in sight yet; a
 * mentoring that was ended before it began never was.
 */
export async function myPairs(ctx: MemberCtx, runId: string): Promise<MyPair[]> {
  const { store, viewer, today } = ctx
  const rows = await store.read.rows<Row>(sql`
    select pair.mentorship_id as "mentorshipId", someone.id as "personId", someone.display_name as name,
      case when pair.mentee_id = ${viewer} then 'mentee' else 'mentor' end as side, pair.reasons as reasons,
      case when pair.mentee_id = ${viewer} then pair.choice end as choice,
      case when chapter.started_on > ${today} then chapter.started_on end as "startsOn",
      ${visibleTo(ctx, sql`someone.id`)} as "mayOpenPage"
    from programme_pairs pair join mentorships chapter on chapter.id = pair.mentorship_id
    join people someone on someone.id = case when pair.mentee_id = ${viewer} then pair.mentor_id else pair.mentee_id end
    where pair.run_id = ${runId} and ${viewer} in (pair.mentee_id, pair.mentor_id)
      and someone.id not in (${blockedWith(viewer)}) and exists (select 1 from mentorships standing
        where standing.mentor_id = chapter.mentor_id and standing.mentee_id = chapter.mentee_id and standing.voided_at is null)
    order by someone.display_name, someone.id`)
  return rows.map(({ reasons, mayOpenPage, ...row }) => ({
    ...{ ...row, mayOpenPage: mayOpenPage === 1 },
    reasons: typeof reasons === 'string' ? JSON.parse(reasons) : reasons,
  }))
}
