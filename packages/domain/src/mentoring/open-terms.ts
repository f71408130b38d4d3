import { agreements, and, desc, eq, isNull, mentorships, type Tx } from '@wirearchy/db'
import type { Ctx, Day } from '@wirearchy/domain'
import { nationOf } from '@wirearchy/domain/calendar'
import type { Unit } from './input.ts'
import { unitFinish } from './unit-length.ts'

interface Terms {
  mentorId: string
  menteeId: string
  unit: Unit
  startedOn: Day
  requestId: string | null
  programmeId: string | null
}

/**
 * Gives a chapter its unit, the day by which that is over, and the words that the two last agreed on: they stand as they
 * were, and each is asked for a yes anew. A chapter that has a unit keeps it.
 */
export async function openTerms(tx: Tx, ctx: Ctx, mentorshipId: string, terms: Terms) {
  const { mentorId, menteeId, unit, startedOn, requestId, programmeId } = terms
  const expectedFinishOn = unitFinish(unit, startedOn, await nationOf(tx, menteeId))
  const written = { createdAt: ctx.now, updatedAt: ctx.now }
  const words = await lastWords(tx, mentorId, menteeId)
  await tx
    .insert(agreements)
    .values({ mentorshipId, unit, expectedFinishOn, requestId, programmeId, ...words, ...written })
    .onConflictDoNothing()
  const from = { ...(requestId ? { requestId } : {}), ...(programmeId ? { programmeId } : {}) }
  await tx
    .update(agreements)
    .set({ unit, expectedFinishOn, ...from })
    .where(and(eq(agreements.mentorshipId, mentorshipId), isNull(agreements.unit)))
}

/** What two people last wrote down in any chapter of theirs, without either's yes. */
async function lastWords(tx: Tx, mentorId: string, menteeId: string) {
  const { aims, rhythm, stopping, rev } = agreements
  const [last] = await tx
    .select({ aims, rhythm, stopping, rev })
    .from(agreements)
    .innerJoin(mentorships, eq(mentorships.id, agreements.mentorshipId))
    .where(and(eq(mentorships.mentorId, mentorId), eq(mentorships.menteeId, menteeId)))
    .orderBy(desc(mentorships.startedOn), desc(mentorships.no))
    .limit(1)
  return last
}
