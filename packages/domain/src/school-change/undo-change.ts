import { and, eq, gt, inArray, schoolChanges, type Tx } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { type ChangeRow, changeOf, setState } from './changes.ts'
import { afterTheAct, followPeople } from './follow-people.ts'
import { followRegister } from './follow-register.ts'
import { giveBack } from './give-back.ts'
import type { UndoChange } from './input.ts'

/**
 * Takes a change back, whoever or whatever made it stand: its words are withdrawn, stays that only it began are void,
 * ends it set are open again, and the numbers of the schools are as they were. A later change of the same school that
 * built on it goes with it and is worked out anew. What people said themselves stays. Whether the asker may undo is
 * the caller's to check.
 * @throws Problem not_found · conflict when there is nothing to take back
 */
export async function undoChange(ctx: Ctx, { id, why }: UndoChange): Promise<{ changeId: string }> {
  const isBuiltOn = await ctx.store.tx((tx) => undoOne(tx, ctx, { id, why }))
  const after = afterTheAct(ctx)
  await followPeople(after)
  if (isBuiltOn) await followRegister(after)
  return { changeId: id }
}

/** @returns whether later changes went with it */
async function undoOne(tx: Tx, ctx: Ctx, { id, why }: UndoChange): Promise<boolean> {
  const change = await changeOf(tx, id)
  if (!change || change.kind === 'renamed' || change.kind === 'reopened') throw Problem.notFound()
  if (change.state === 'rejected' && change.decidedAt !== null) {
    const waits = { decidedById: null, decidedAt: null, why: why ?? change.why }
    await setState(tx, ctx, change, 'needs_review', waits)
    return false
  }
  if (change.state !== 'applied')
    throw new Problem('conflict', 'There is nothing to undo: this does not stand.')
  const later = await builtOn(tx, change)
  for (const one of later) {
    if (one.kind === 'replaced') await giveBack(tx, ctx, one)
    await setState(tx, ctx, one, 'undone', { why: 'An earlier change of this school was undone.' })
  }
  if (change.kind === 'replaced') await giveBack(tx, ctx, change)
  await setState(tx, ctx, change, 'undone', { decidedById: ctx.viewer, decidedAt: ctx.now, why: why ?? null })
  return later.length > 0
}

/** What happened to the school under its new number, the latest first: it happened to the other school then. */
async function builtOn(tx: Tx, { kind, fromSchoolId, effectiveOn }: ChangeRow): Promise<ChangeRow[]> {
  if (kind !== 'replaced') return []
  const rows = await tx
    .select()
    .from(schoolChanges)
    .where(
      and(
        ...[inArray(schoolChanges.kind, ['replaced', 'merged', 'split']), eq(schoolChanges.state, 'applied')],
        ...[eq(schoolChanges.fromSchoolId, fromSchoolId), gt(schoolChanges.effectiveOn, effectiveOn)],
      ),
    )
  return rows.sort((one, other) => (one.effectiveOn > other.effectiveOn ? -1 : 1))
}
