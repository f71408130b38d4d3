import { eq, mentorOffers, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { offerOf, stateOf } from './offer.ts'

type Change = Partial<Pick<typeof mentorOffers.$inferInsert, 'pausedUntil' | 'closedAt' | 'openedAt'>>

/**
 * Changes whether the viewer's offer stands, with its ledger entry, in the caller's transaction.
 * @throws Problem conflict when they never made one
 */
export async function changeOffer(tx: Tx, ctx: MemberCtx, type: string, change: Change) {
  const before = await offerOf(tx, ctx.viewer)
  if (!before)
    throw new Problem('conflict', 'You have not offered anything yet. Say first what you would offer.')
  const [after] = await tx
    .update(mentorOffers)
    .set({ ...change, updatedAt: ctx.now })
    .where(eq(mentorOffers.personId, ctx.viewer))
    .returning()
  const state = stateOf(ctx, after ?? before)
  await record(tx, ctx, {
    type,
    personId: ctx.viewer,
    before: { state: stateOf(ctx, before) },
    after: { state },
  })
  return { state }
}
