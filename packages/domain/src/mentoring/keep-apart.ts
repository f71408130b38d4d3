import { and, eq, isNull, keptApart } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { takeTurn } from '@wirearchy/domain/stint'
import { mustSee } from '@wirearchy/domain/visibility'
import type { KeepApart } from './input.ts'

/**
 * The viewer and somebody in sight are never suggested to each other nor put together, until the viewer lifts it. The
 * other is not told, and nobody but the viewer ever reads it; the ledger says that there is one more, not who it is.
 * @throws Problem not_found out of sight · bad_input for oneself
 */
export async function keepApart(ctx: MemberCtx, { personId, why }: KeepApart) {
  await mustSee(ctx, personId)
  if (personId === ctx.viewer)
    throw new Problem('bad_input', 'This is you. Choose somebody else.', { field: 'personId' })
  return ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx.viewer)
    const ofPair = and(
      eq(keptApart.personId, ctx.viewer),
      eq(keptApart.otherId, personId),
      isNull(keptApart.liftedAt),
    )
    const [held] = await tx.select().from(keptApart).where(ofPair)
    if (held?.why === why) return { keptId: held.id }
    if (held) await tx.update(keptApart).set({ liftedAt: ctx.now }).where(eq(keptApart.id, held.id))
    const id = newId(ctx.now)
    const row = { id, personId: ctx.viewer, otherId: personId, why, createdAt: ctx.now }
    await tx.insert(keptApart).values(row)
    await record(tx, ctx, { type: 'apart.kept', personId: ctx.viewer, refs: { kept: id } })
    return { keptId: id }
  })
}
