import { and, eq, importRows, imports, seats, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { type Group, subgroupNamed } from '@wirearchy/domain/group'
import { record } from '@wirearchy/domain/ledger'
import { type KeptSeat, type Outcome, outcomes } from './book.ts'
import { countsOf, said } from './check-import.ts'
import { asRead, findImport, type ImportRow, rowsOf } from './find-import.ts'
import type { ImportRef } from './input.ts'
import { placesIn } from './kept-seats.ts'

/**
 * Does what a checked list said, all of it or nothing, deciding each row again as things stand now. Confirming twice
 * gives the first answer. What good rows held is forgotten; rows to mend are kept for download.
 * @throws Problem gone when another list was uploaded since
 */
export function confirmImport(ctx: MemberCtx, ref: ImportRef) {
  return ctx.store.tx(async (tx) => {
    const { group, import: found } = await findImport(tx, ctx, ref)
    if (found.state === 'done') return { counts: found.counts }
    if (found.state !== 'staged')
      throw new Problem('gone', 'Another list was uploaded since. Check that one, or upload this one again.')
    const rows = await rowsOf(tx, found.id)
    const planned = outcomes(rows.map(asRead), await placesIn(tx, ctx, group.id))
    for (const [at, row] of rows.entries()) await settle(tx, ctx, group, row, planned[at] as Outcome)
    const counts = countsOf(planned)
    await tx
      .update(imports)
      .set({ state: 'done', counts, finishedAt: ctx.now })
      .where(eq(imports.id, found.id))
    await record(tx, ctx, { type: 'import.done', refs: { import: found.id, group: group.id }, after: counts })
    return { counts }
  })
}

async function settle(tx: Tx, ctx: MemberCtx, group: Group, row: ImportRow, planned: Outcome) {
  if (planned.outcome === 'created' && row.seat) await create(tx, ctx, group, row)
  if (planned.outcome === 'updated') await update(tx, ctx, group, planned.seat)
  const isToMend = planned.outcome === 'refused' || planned.outcome === 'needs_review'
  const kept = isToMend ? { cells: row.cells } : null
  await tx
    .update(importRows)
    .set({ ...said(planned), raw: kept })
    .where(and(eq(importRows.importId, row.importId), eq(importRows.line, row.line)))
}

async function create(tx: Tx, ctx: MemberCtx, group: Group, { seat, importId }: ImportRow) {
  if (!seat) return
  const { subgroup, ...kept } = seat
  const id = newId(ctx.now)
  const subgroupId = await subgroupNamed(tx, ctx, group.id, subgroup)
  await tx.insert(seats).values({ ...kept, id, groupId: group.id, subgroupId, importId, createdAt: ctx.now })
  await record(tx, ctx, { type: 'seat.created', refs: { seat: id, group: group.id, import: importId } })
}

/** A row that met a seat made by an earlier row of the same file never gets here: see `outcomes`. */
async function update(tx: Tx, ctx: MemberCtx, group: Group, { id, subgroup, isTaken: _, ...kept }: KeptSeat) {
  const subgroupId = await subgroupNamed(tx, ctx, group.id, subgroup)
  await tx
    .update(seats)
    .set({ ...kept, subgroupId })
    .where(eq(seats.id, id))
  await record(tx, ctx, { type: 'seat.updated', refs: { seat: id, group: group.id } })
}
