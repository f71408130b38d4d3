import { sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { blockedWith } from '@wirearchy/domain/visibility'

interface MyPair {
  mentorshipId: string
  personId: string
  name: string
  side: 'mentor' | 'mentee'
  reasons: string[]
  /** Which of a mentee's own wishes it is; never of anybody else's. */
  choice: number | null
}

/** Whom a published run put the viewer together with, and why; of a mentee, which of their own wishes it is. */
export async function myPairs({ store, viewer }: MemberCtx, runId: string): Promise<MyPair[]> {
  const rows = await store.read.rows<Omit<MyPair, 'reasons'> & { reasons: string | string[] }>(sql`
    select pair.mentorship_id as "mentorshipId", someone.id as "personId", someone.display_name as name,
      case when pair.mentee_id = ${viewer} then 'mentee' else 'mentor' end as side, pair.reasons as reasons,
      case when pair.mentee_id = ${viewer} then pair.choice end as choice
    from programme_pairs pair
    join people someone on someone.id = case when pair.mentee_id = ${viewer} then pair.mentor_id else pair.mentee_id end
    where pair.run_id = ${runId} and pair.mentorship_id is not null and ${viewer} in (pair.mentee_id, pair.mentor_id)
      and someone.id not in (${blockedWith(viewer)})
    order by someone.display_name, someone.id`)
  return rows.map(({ reasons, ...row }) => ({
    ...row,
    reasons: typeof reasons === 'string' ? JSON.parse(reasons) : reasons,
  }))
}
