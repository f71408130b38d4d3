import { eq, schoolChanges, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { type ChangeRow, setState } from './changes.ts'
import { takeOver } from './take-over.ts'
import { askPeople, tellRenamed } from './tell.ts'

/**
 * What follows for the school itself from a change that has just come to stand, in the same transaction. What follows
 * for people is worked out after it, one by one.
 */
export async function follow(tx: Tx, ctx: Ctx, change: ChangeRow) {
  if (change.kind === 'replaced') {
    await takeOver(tx, ctx, change)
    await tellRenamed(tx, ctx, change)
  }
  if (change.kind === 'replaced' || change.kind === 'merged') await reopen(tx, ctx, change)
  if (change.kind === 'split') await askPeople(tx, ctx, change)
}

/** A school that goes on, or whose people do, did not just close: an end without a successor does not stand. */
async function reopen(tx: Tx, ctx: Ctx, { fromSchoolId }: ChangeRow) {
  const why = 'A school that follows has been found since.'
  const all = await tx.select().from(schoolChanges).where(eq(schoolChanges.fromSchoolId, fromSchoolId))
  const ended = all.filter(
    ({ kind, state }) => kind === 'closed' && (state === 'proposed' || state === 'applied'),
  )
  for (const change of ended)
    await setState(tx, ctx, change, change.state === 'applied' ? 'undone' : 'rejected', { why })
}
