import { and, connectionRequests, eq } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { visibleTo } from '@wirearchy/domain/visibility'
import type { RequestRef } from './input.ts'

/** The viewer takes back what they asked. Whether it had been declined makes no difference they can see. */
export async function withdraw(ctx: MemberCtx, { requestId }: RequestRef) {
  return ctx.store.tx(async (tx) => {
    const [request] = await tx
      .select()
      .from(connectionRequests)
      .where(
        and(
          eq(connectionRequests.id, requestId),
          eq(connectionRequests.fromId, ctx.viewer),
          visibleTo(ctx, connectionRequests.toId),
        ),
      )
    if (!request) throw Problem.notFound()
    if (request.state === 'accepted')
      throw new Problem('conflict', 'They have said yes already. You can end it on their page.')
    if (request.state !== 'withdrawn') {
      await tx
        .update(connectionRequests)
        .set({ state: 'withdrawn' })
        .where(eq(connectionRequests.id, requestId))
      await record(tx, ctx, {
        type: 'connection.withdrawn',
        personId: ctx.viewer,
        refs: { request: requestId },
      })
    }
    return { requestId, state: 'withdrawn' as const }
  })
}
