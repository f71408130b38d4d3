import { eq, personMerges, type Tx } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import type { SessionCtx } from '@wirearchy/domain/account'
import type { MergeRef } from './input.ts'
import { UNDO_MS } from './my-records.ts'
import { tellUnmerged } from './tell.ts'
import { unmerge } from './unmerge.ts'

/**
 * The person parts two records of theirs again, within thirty days of their joining. Every address of both is told.
 * @throws Problem not_found for what is not theirs; gone after thirty days; conflict when it does not stand any more,
 * or when something was built on it
 */
export const undoSamePerson = (ctx: SessionCtx, { mergeId }: MergeRef) =>
  ctx.store.tx(async (tx) => {
    const merge = await mergeOf(tx, mergeId)
    if (merge.winnerId !== ctx.viewer) throw Problem.notFound()
    if (merge.state !== 'applied') throw new Problem('conflict', 'These two are parted already.')
    if (ctx.now - (merge.appliedAt ?? 0) > UNDO_MS)
      throw new Problem('gone', 'It is more than 30 days ago. Write to whoever runs this service.')
    const { left } = await unmerge(tx, ctx, { mergeId })
    await tellUnmerged(tx, ctx, merge)
    return { left: left.length }
  })

/**
 * An operator parts two records that were made one, however long ago, and tells both.
 * @throws Problem not_found for a merge that does not stand; conflict when something was built on it
 */
export const undoAsOperator = (ctx: Ctx, { mergeId }: MergeRef) =>
  ctx.store.tx(async (tx) => {
    const merge = await mergeOf(tx, mergeId)
    const parted = await unmerge(tx, ctx, { mergeId })
    await tellUnmerged(tx, ctx, merge)
    return parted
  })

async function mergeOf(tx: Tx, mergeId: string) {
  const [merge] = await tx.select().from(personMerges).where(eq(personMerges.id, mergeId))
  if (!merge) throw Problem.notFound()
  return merge
}
