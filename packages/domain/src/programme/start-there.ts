import { sql, type Tx } from '@wirearchy/db'
import { type Day, type MemberCtx, Problem } from '@wirearchy/domain'
import { startMentorshipIn } from '@wirearchy/domain/stint'
import { liveOn } from '@wirearchy/domain/visibility'
import type { Begun, Matched } from './start-all.ts'

interface Where {
  schoolId: string
  startsOn: Day
}

interface Stay {
  id: string
  /** 1 when it covers the programme's first day too. */
  isLong: number
}

/**
 * A school's mentoring between people who are both there today. Two of whom one will have left by the programme's first
 * day begin today: were nothing published, their school would learn of a move that it has not been told of.
 * @throws Problem conflict when one of them is not there any more
 */
export async function startThere(tx: Tx, ctx: MemberCtx, where: Where, pairs: Matched[]): Promise<Begun[]> {
  const begun: Begun[] = []
  for (const pair of pairs) {
    const [mentee, mentor] = [
      await stayOf(tx, ctx, where, pair.menteeId),
      await stayOf(tx, ctx, where, pair.mentorId),
    ]
    const startsOn = mentee.isLong && mentor.isLong ? where.startsOn : ctx.today
    const stays = { menteeStintId: mentee.id, mentorStintId: mentor.id }
    const { mentorshipId } = await startMentorshipIn(tx, ctx, { ...stays, startsOn })
    begun.push({ ...pair, mentorshipId, startedOn: startsOn })
  }
  return begun
}

async function stayOf(tx: Tx, { today }: MemberCtx, { schoolId, startsOn }: Where, personId: string) {
  const [found] = await tx.rows<Stay>(sql`
    select s.id as id, ${liveOn('s', startsOn)} as "isLong" from stints s
    where s.person_id = ${personId} and s.school_id = ${schoolId} and s.voided_at is null and ${liveOn('s', today)}
    order by ${liveOn('s', startsOn)} desc, s.started_on, s.id`)
  if (!found) throw new Problem('conflict', 'Somebody has left the school since this run. Match again.')
  return found
}
