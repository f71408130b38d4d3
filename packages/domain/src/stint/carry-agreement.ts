import { agreements, and, desc, eq, mentorships, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'

/** Gives a new chapter of two people what they last agreed on, yes for yes: they go on, and nothing is asked again. */
export async function carryAgreement(
  tx: Tx,
  ctx: Ctx,
  { id: mentorshipId, mentorId, menteeId }: Record<'id' | 'mentorId' | 'menteeId', string>,
) {
  const [last] = await tx
    .select({ terms: agreements })
    .from(agreements)
    .innerJoin(mentorships, eq(mentorships.id, agreements.mentorshipId))
    .where(and(eq(mentorships.mentorId, mentorId), eq(mentorships.menteeId, menteeId)))
    .orderBy(desc(mentorships.startedOn), desc(mentorships.no))
    .limit(1)
  const { aims, rhythm, stopping, mentorAgreedAt, menteeAgreedAt, rev } = last?.terms ?? {}
  const words = last ? { aims, rhythm, stopping, mentorAgreedAt, menteeAgreedAt, rev } : {}
  const written = { createdAt: ctx.now, updatedAt: ctx.now }
  await tx
    .insert(agreements)
    .values({ mentorshipId, ...words, ...written })
    .onConflictDoNothing()
}
