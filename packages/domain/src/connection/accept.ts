import { and, connectionRequests, connections, eq, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId } from '@wirearchy/domain'
import { notify } from '@wirearchy/domain/job'
import { nextNo, record } from '@wirearchy/domain/ledger'
import { between, isWaiting, justEnded, openConnection, ordered } from './pair.ts'

/**
 * Both have now said that they know each other: their requests are answered and a period opens, in the
 * caller's transaction. A period ended today goes on instead, since whole days know no gap there.
 */
export async function accept(tx: Tx, ctx: MemberCtx, request: { id: string; fromId: string }) {
  await tx
    .update(connectionRequests)
    .set({ state: 'accepted', answeredAt: ctx.now })
    .where(and(between(ctx.viewer, request.fromId), isWaiting))
  const connectionId = await openPeriod(tx, ctx, request)
  const refs = { connection: connectionId, request: request.id, other: request.fromId }
  await record(tx, ctx, { type: 'connection.made', personId: ctx.viewer, refs })
  await notify(tx, ctx, [
    {
      personId: request.fromId,
      kind: 'connection.made',
      aboutPersonId: ctx.viewer,
      refs: { connection: connectionId },
    },
  ])
  return { requestId: request.id, state: 'accepted' as const }
}

async function openPeriod(tx: Tx, ctx: MemberCtx, { id: requestId, fromId }: { id: string; fromId: string }) {
  const open = await openConnection(tx, ctx.viewer, fromId)
  if (open) return open.id
  const ended = await justEnded(tx, ctx.viewer, fromId, ctx.today)
  if (ended) {
    await tx
      .update(connections)
      .set({ finishedOn: null, endedById: null })
      .where(eq(connections.id, ended.id))
    return ended.id
  }
  const id = newId(ctx.now)
  const no = await nextNo(tx, 'connections')
  const pair = ordered(ctx.viewer, fromId)
  await tx
    .insert(connections)
    .values({ id, no, ...pair, requestId, startedOn: ctx.today, createdAt: ctx.now })
  return id
}
