import { and, eq, schoolChanges, type Tx } from '@wirearchy/db'
import { type Ctx, dayAfter } from '@wirearchy/domain'
import { type ChangeRow, setState, writeChange } from './changes.ts'

/** Keeps that a school has another name since its new number. */
export async function writeRename(tx: Tx, ctx: Ctx, change: ChangeRow, was: string, name: string) {
  const known = await renameOf(tx, change)
  const why = `${was} is now ${name}.`
  if (known) return setState(tx, ctx, known, 'applied', { why })
  const { fromSchoolId, importId } = change
  const on = { fromSchoolId, toSchoolId: null, effectiveOn: dayAfter(change.effectiveOn), importId }
  return writeChange(tx, ctx, {
    ...on,
    kind: 'renamed',
    state: 'applied',
    cause: `renamed ${change.id}`,
    why,
  })
}

/** The new name that came with a new number. */
export async function renameOf(
  tx: Tx,
  { fromSchoolId, effectiveOn }: ChangeRow,
): Promise<ChangeRow | undefined> {
  const [known] = await tx
    .select()
    .from(schoolChanges)
    .where(
      and(
        ...[eq(schoolChanges.kind, 'renamed'), eq(schoolChanges.fromSchoolId, fromSchoolId)],
        eq(schoolChanges.effectiveOn, dayAfter(effectiveOn)),
      ),
    )
  return known
}
