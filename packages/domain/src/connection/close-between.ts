import { and, connectionRequests, eq, type Tx } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { between, isWaiting } from './pair.ts'

/**
 * Closes every request between the viewer and somebody, silently, in the caller's transaction: the
 * viewer's own are taken back, the other's look unanswered for good. Declined ones count as waiting,
 * so that blocking and unblocking tells nobody whether there was a no.
 */
export async function closeBetween(tx: Tx, ctx: MemberCtx, otherId: string) {
  const waiting = and(between(ctx.viewer, otherId), isWaiting)
  await tx
    .update(connectionRequests)
    .set({ state: 'withdrawn' })
    .where(and(waiting, eq(connectionRequests.fromId, ctx.viewer)))
  await tx
    .update(connectionRequests)
    .set({ state: 'declined', answeredAt: ctx.now })
    .where(and(waiting, eq(connectionRequests.fromId, otherId)))
}
