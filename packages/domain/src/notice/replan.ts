import type { Tx } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { digestAfter } from './digest-time.ts'
import { planDigest } from './later.ts'
import { wishesOf } from './wishes.ts'

/** After a change of wishes the viewer's held letters are looked at by the new times too, not by the old alone. */
export async function replan(tx: Tx, ctx: MemberCtx) {
  const wishes = await wishesOf(tx, ctx.viewer)
  for (const pace of ['daily', 'weekly'] as const)
    await planDigest(tx, ctx, ctx.viewer, { at: digestAfter(wishes, pace, ctx.now), again: true })
}
