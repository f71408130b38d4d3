import { and, eq, isNull, programmeFixes, type Reader } from '@wirearchy/db'
import type { Numbers } from './load-pool.ts'
import type { Pool } from './match/pool.ts'
import { NOBODY } from './match/propose.ts'

/** The mentor whom a lead holds for each mentee; a hold that one of the two, or a rule, is against stands for nothing. */
export async function locksIn(
  read: Pick<Reader, 'select'>,
  programmeId: string,
  { mentees, mentors }: Record<'mentees' | 'mentors', Numbers>,
  { apart }: Pool,
) {
  const held = and(
    eq(programmeFixes.programmeId, programmeId),
    eq(programmeFixes.does, 'lock'),
    isNull(programmeFixes.liftedAt),
  )
  const locks = new Int32Array(mentees.size).fill(NOBODY)
  for (const { menteeId, mentorId } of await read.select().from(programmeFixes).where(held)) {
    const [mentee, mentor] = [mentees.get(menteeId), mentors.get(mentorId)]
    if (mentee === undefined || mentor === undefined) continue
    const kept = apart.to.subarray(apart.start[mentee], apart.start[mentee + 1])
    if (!kept.includes(mentor)) locks[mentee] = mentor
  }
  return locks
}
