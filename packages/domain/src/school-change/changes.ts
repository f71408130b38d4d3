import { and, eq, isNull, type Reader, schoolChanges, schoolEstablishments, type Tx } from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { Proposal } from './classify.ts'

export type ChangeRow = typeof schoolChanges.$inferSelect

/** What the register is behind: 'gias 100016>132245', or 'gias 100016' when no one school follows. */
export const causeOf = ({ fromRef, toRef }: Pick<Proposal, 'fromRef' | 'toRef'>) =>
  toRef ? `gias ${fromRef}>${toRef}` : `gias ${fromRef}`

/** One change by its id; undefined when there is none. */
export async function changeOf(read: Pick<Reader, 'select'>, id: string): Promise<ChangeRow | undefined> {
  const [row] = await read.select().from(schoolChanges).where(eq(schoolChanges.id, id))
  return row
}

/** The school that a row of the register belongs to now. */
export async function schoolOfRef(read: Pick<Reader, 'select'>, ref: string): Promise<string | null> {
  const [row] = await read
    .select({ id: schoolEstablishments.schoolId })
    .from(schoolEstablishments)
    .where(and(eq(schoolEstablishments.scheme, 'gias'), eq(schoolEstablishments.ref, ref)))
  return row?.id ?? null
}

type NewChange = Pick<ChangeRow, 'kind' | 'fromSchoolId' | 'toSchoolId' | 'effectiveOn' | 'state' | 'cause'> &
  Partial<Pick<ChangeRow, 'why' | 'importId' | 'decidedById' | 'decidedAt'>>

/**
 * Writes a change down, or gives one that came to nothing before another chance; what follows from one that is
 * applied is the caller's to do.
 */
export async function writeChange(tx: Tx, ctx: Ctx, change: NewChange): Promise<ChangeRow> {
  const { state, why = null, decidedById = null, decidedAt = null } = change
  const before = await alike(tx, change)
  if (before) return setState(tx, ctx, before, state, { why, decidedById, decidedAt })
  const isApplied = state === 'applied'
  const [row] = await tx
    .insert(schoolChanges)
    .values({ ...change, id: newId(ctx.now), appliedAt: isApplied ? ctx.now : null, createdAt: ctx.now })
    .returning()
  if (!row) throw new Error('A school change was not written.')
  await recordChange(tx, ctx, row, isApplied ? 'applied' : 'proposed', null)
  return row
}

async function alike(tx: Tx, { kind, fromSchoolId, toSchoolId, effectiveOn }: NewChange) {
  const { toSchoolId: to, ...c } = schoolChanges
  const [row] = await tx
    .select()
    .from(schoolChanges)
    .where(
      and(
        ...[eq(c.kind, kind), eq(c.fromSchoolId, fromSchoolId), eq(c.effectiveOn, effectiveOn)],
        toSchoolId ? eq(to, toSchoolId) : isNull(to),
      ),
    )
  return row
}

type State = ChangeRow['state']
type Told = Partial<Pick<ChangeRow, 'why' | 'decidedById' | 'decidedAt' | 'toSchoolId'>>

/** Gives a change another state; applying it counts from now. */
export async function setState(
  tx: Tx,
  ctx: Ctx,
  change: ChangeRow,
  state: State,
  told: Told = {},
): Promise<ChangeRow> {
  const appliedAt = state === 'applied' ? { appliedAt: ctx.now } : {}
  const [row] = await tx
    .update(schoolChanges)
    .set({ state, ...appliedAt, ...told })
    .where(eq(schoolChanges.id, change.id))
    .returning()
  if (!row) throw new Error('A school change was lost.')
  await recordChange(tx, ctx, row, state === 'needs_review' ? 'questioned' : state, change)
  return row
}

/** A question about a change that stands, or a better sentence for one that waits. */
export async function setWhy(tx: Tx, ctx: Ctx, change: ChangeRow, why: string | null) {
  await tx.update(schoolChanges).set({ why }).where(eq(schoolChanges.id, change.id))
  await recordChange(tx, ctx, { ...change, why }, 'questioned', change)
}

function recordChange(tx: Tx, ctx: Ctx, row: ChangeRow, what: string, before: ChangeRow | null) {
  const { id, kind, fromSchoolId, toSchoolId, effectiveOn, state, why, cause } = row
  return record(tx, ctx, {
    ...{ type: `school_change.${what}`, happenedOn: effectiveOn, schoolId: fromSchoolId },
    refs: { schoolChange: id, school: fromSchoolId, ...(toSchoolId ? { toSchool: toSchoolId } : {}) },
    before: before && { state: before.state, why: before.why },
    after: { kind, state, why, cause },
  })
}
