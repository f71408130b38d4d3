import type { MemberCtx } from '@wirearchy/domain'
import { close } from './close.ts'
import type { RequestId } from './input.ts'
import { mineAndOpen, mineOrNot } from './own.ts'

/** The viewer takes their request back; whoever has it is told, with thanks. Twice is the same as once. */
export const withdraw = (ctx: MemberCtx, { requestId }: RequestId) =>
  ctx.store.tx(async (tx) => {
    const { state } = await mineOrNot(tx, ctx, requestId)
    if (state !== 'withdrawn') await close(tx, ctx, await mineAndOpen(tx, ctx, requestId), 'withdrawn')
    return { requestId, state: 'withdrawn' as const }
  })
