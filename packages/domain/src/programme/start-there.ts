import { sql, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { startMentorshipIn } from '@wirearchy/domain/stint'
import { liveOn } from '@wirearchy/domain/visibility'
import type { Two } from './kept-apart.ts'

/**
 * A school's mentoring between two people who are both there today.
 * @throws Problem conflict when one of them is not there any more
 */
export async function startThere(tx: Tx, ctx: MemberCtx, schoolId: string, { menteeId, mentorId }: Two) {
  const stay = async (personId: string) => {
    const [found] = await tx.rows<{ id: string }>(sql`
      select s.id as id from stints s where s.person_id = ${personId} and s.school_id = ${schoolId}
        and s.voided_at is null and ${liveOn('s', ctx.today)} order by s.started_on, s.id`)
    if (!found) throw new Problem('conflict', 'Somebody has left the school since this run. Match again.')
    return found.id
  }
  const stays = { menteeStintId: await stay(menteeId), mentorStintId: await stay(mentorId) }
  return (await startMentorshipIn(tx, ctx, { ...stays, startsOn: ctx.today })).mentorshipId
}
