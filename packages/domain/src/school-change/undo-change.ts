import { and, eq, gt, schoolChanges, type Tx } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { type ChangeRow, changeOf, setState } from './changes.ts'
import { followPeople } from './follow-people.ts'
import type { UndoChange } from './input.ts'
import { giveBack } from './take-over.ts'

/**
 * Takes a change back, whoever or whatever made it stand: its words are withdrawn, stays that only it began are void,
 * ends it set are open again, and the numbers of the schools are as they were. A later change of the same school that
 * built on it goes with it and is worked out anew. What people said themselves stays. Whether the asker may undo is
 * the caller's to check.
 * @throws Problem not_found · conflict when there is nothing to take back
 */
export async function undoChange(ctx: Ctx, { id, why }: UndoChange): Promise<{ changeId: string }> {
  await ctx.store.tx(async (tx) => {
    const change = await changeOf(tx, id)
    if (!change || change.kind === 'renamed' || change.kind === 'reopened') throw Problem.notFound()
    if (change.state === 'rejected' && change.decidedAt !== null)
      return setState(tx, ctx, change, 'needs_review', {
        decidedById: null,
        decidedAt: null,
        why: why ?? change.why,
      })
    if (change.state !== 'applied')
      throw new Problem('conflict', 'There is nothing to undo: this does not stand.')
    for (const later of await builtOn(tx, change)) {
      await giveBack(tx, ctx, later)
      await setState(tx, ctx, later, 'undone', { why: 'An earlier change of this school was undone.' })
    }
    if (change.kind === 'replaced') await giveBack(tx, ctx, change)
    return setState(tx, ctx, change, 'undone', {
      decidedById: ctx.viewer,
      decidedAt: ctx.now,
      why: why ?? null,
    })
  })
  await followPeople(ctx)
  return { changeId: id }
}

/** New numbers that the school took on after this one, the latest first. */
async function builtOn(tx: Tx, { kind, fromSchoolId, effectiveOn }: ChangeRow): Promise<ChangeRow[]> {
  if (kind !== 'replaced') return []
  const rows = await tx
    .select()
    .from(schoolChanges)
    .where(
      and(
        ...[eq(schoolChanges.kind, 'replaced'), eq(schoolChanges.state, 'applied')],
        ...[eq(schoolChanges.fromSchoolId, fromSchoolId), gt(schoolChanges.effectiveOn, effectiveOn)],
      ),
    )
  return rows.sort((one, other) => (one.effectiveOn > other.effectiveOn ? -1 : 1))
}
