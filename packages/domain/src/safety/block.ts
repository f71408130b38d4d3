import { and, blocks, eq, isNull, type Reader } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { closeBetween } from '@wirearchy/domain/connection'
import { record } from '@wirearchy/domain/ledger'
import { callOffToday } from '@wirearchy/domain/meeting'
import { closeAsksBetween } from '@wirearchy/domain/request'
import type { Block } from './input.ts'
import { whom } from './whom.ts'

/**
 * The viewer and somebody disappear from each other everywhere, at once, until the viewer lifts it.
 * Requests between them are closed in silence, and a meeting of today is called off without a name; what they shared
 * stays as history that neither sees.
 * @throws Problem not_found for who is neither in sight nor asking
 */
export async function block(ctx: MemberCtx, { personId }: Block) {
  if (personId === ctx.viewer)
    throw new Problem('bad_input', 'You can’t block yourself. Choose somebody else.')
  const held = await openBlock(ctx.store.read, ctx.viewer, personId)
  if (held) return { personId }
  await whom(ctx, { personId })
  return ctx.store.tx(async (tx) => {
    if (await openBlock(tx, ctx.viewer, personId)) return { personId }
    const id = newId(ctx.now)
    await tx.insert(blocks).values({ id, blockerId: ctx.viewer, blockedId: personId, createdAt: ctx.now })
    await closeBetween(tx, ctx, personId)
    await closeAsksBetween(tx, ctx, personId)
    await callOffToday(tx, ctx, personId)
    await record(tx, ctx, { type: 'block.made', personId: ctx.viewer, refs: { block: id, other: personId } })
    return { personId }
  })
}

/** The block one person holds on another now; null when there is none. */
export async function openBlock(read: Pick<Reader, 'select'>, blockerId: string, blockedId: string) {
  const [open] = await read
    .select()
    .from(blocks)
    .where(and(eq(blocks.blockerId, blockerId), eq(blocks.blockedId, blockedId), isNull(blocks.liftedAt)))
  return open ?? null
}
