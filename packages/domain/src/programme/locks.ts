import { and, asc, eq, isNull, programmeFixes, type Reader } from '@wirearchy/db'
import type { Numbers } from './load-pool.ts'
import type { Pool } from './match/pool.ts'
import { NOBODY } from './match/propose.ts'

/**
 * The mentor whom a lead holds for each mentee. A hold that one of the two, or a rule, is against stands for nothing, nor
 * do the latest of a mentor who gives fewer places by now than are held.
 */
export async function locksIn(
  read: Pick<Reader, 'select'>,
  programmeId: string,
  { mentees, mentors }: Record<'mentees' | 'mentors', Numbers>,
  { apart, mentors: { places } }: Pool,
) {
  const held = and(
    eq(programmeFixes.programmeId, programmeId),
    eq(programmeFixes.does, 'lock'),
    isNull(programmeFixes.liftedAt),
  )
  const locks = new Int32Array(mentees.size).fill(NOBODY)
  const free = places.slice()
  const inOrder = [asc(programmeFixes.createdAt), asc(programmeFixes.id)]
  for (const { menteeId, mentorId } of await read
    .select()
    .from(programmeFixes)
    .where(held)
    .orderBy(...inOrder)) {
    const [mentee, mentor] = [mentees.get(menteeId), mentors.get(mentorId)]
    if (mentee === undefined || mentor === undefined) continue
    const kept = apart.to.subarray(apart.start[mentee], apart.start[mentee + 1])
    if (kept.includes(mentor) || (free[mentor] ?? 0) === 0) continue
    free[mentor] = (free[mentor] ?? 0) - 1
    locks[mentee] = mentor
  }
  return locks
}
