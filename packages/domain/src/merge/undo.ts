import { eq, personMerges } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { tellUnmerged } from './tell.ts'
import { unmerge } from './unmerge.ts'

/**
 * An operator parts two records that were made one, however long ago, and tells both.
 * @throws Problem not_found for a merge that does not stand; conflict when something was built on it
 */
export const undoAsOperator = (ctx: Ctx, { mergeId }: { mergeId: string }) =>
  ctx.store.tx(async (tx) => {
    const [merge] = await tx.select().from(personMerges).where(eq(personMerges.id, mergeId))
    if (!merge) throw Problem.notFound()
    const parted = await unmerge(tx, ctx, { mergeId })
    await tellUnmerged(tx, ctx, merge)
    return parted
  })
