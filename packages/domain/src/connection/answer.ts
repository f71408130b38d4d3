import { and, connectionRequests, eq, sql, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { blockedWith } from '@wirearchy/domain/visibility'
import { accept } from './accept.ts'
import type { Answer } from './input.ts'

/**
 * The viewer says yes or no to somebody who asked. A no is silent: to the asker it looks like no answer
 * yet. A no may become a yes later; a yes is ended on the person's page.
 */
export async function answer(ctx: MemberCtx, { requestId, answer: said }: Answer) {
  return ctx.store.tx(async (tx) => {
    const request = await requestToMe(tx, ctx, requestId)
    if (request.state === 'withdrawn')
      throw new Problem('gone', 'They have taken this back, so there is nothing to answer.')
    if (said === 'yes')
      return request.state === 'accepted'
        ? { requestId, state: 'accepted' as const }
        : accept(tx, ctx, request)
    if (request.state === 'accepted')
      throw new Problem('conflict', 'You have said yes already. You can end it on their page.')
    return decline(tx, ctx, request)
  })
}

async function requestToMe(tx: Tx, { viewer }: MemberCtx, requestId: string) {
  const [request] = await tx
    .select()
    .from(connectionRequests)
    .where(
      and(
        eq(connectionRequests.id, requestId),
        eq(connectionRequests.toId, viewer),
        sql`${connectionRequests.fromId} not in (${blockedWith(viewer)})`,
      ),
    )
  if (!request) throw Problem.notFound()
  return request
}

async function decline(tx: Tx, ctx: MemberCtx, { id, state }: { id: string; state: string }) {
  if (state === 'open') {
    const change = { state: 'declined' as const, answeredAt: ctx.now }
    await tx.update(connectionRequests).set(change).where(eq(connectionRequests.id, id))
    await record(tx, ctx, { type: 'connection.declined', personId: ctx.viewer, refs: { request: id } })
  }
  return { requestId: id, state: 'declined' as const }
}
