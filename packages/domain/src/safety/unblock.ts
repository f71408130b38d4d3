import { blocks, eq } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { openBlock } from './block.ts'
import type { Block } from './input.ts'

/** The viewer lifts their own block. If the other person holds one too, nothing changes that either can see. */
export async function unblock(ctx: MemberCtx, { personId }: Block) {
  return ctx.store.tx(async (tx) => {
    const open = await openBlock(tx, ctx.viewer, personId)
    if (!open) throw Problem.notFound()
    await tx.update(blocks).set({ liftedAt: ctx.now }).where(eq(blocks.id, open.id))
    const refs = { block: open.id, other: personId }
    await record(tx, ctx, { type: 'block.lifted', personId: ctx.viewer, refs })
    return { personId }
  })
}
