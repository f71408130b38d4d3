import { and, eq, isNull, keptApart } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { KeptApartRef } from './input.ts'

/**
 * Takes somebody off the viewer's private list: they may be put together again.
 * @throws Problem not_found for an entry that is not theirs
 */
export async function liftApart(ctx: MemberCtx, { keptId }: KeptApartRef) {
  return ctx.store.tx(async (tx) => {
    const mine = and(eq(keptApart.id, keptId), eq(keptApart.personId, ctx.viewer))
    const [held] = await tx.select().from(keptApart).where(mine)
    if (!held) throw Problem.notFound()
    if (held.liftedAt !== null) return { keptId }
    await tx
      .update(keptApart)
      .set({ liftedAt: ctx.now })
      .where(and(mine, isNull(keptApart.liftedAt)))
    await record(tx, ctx, { type: 'apart.lifted', personId: ctx.viewer, refs: { kept: keptId } })
    return { keptId }
  })
}
