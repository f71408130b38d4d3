import { and, asc, eq, establishments, gt, importRows, imports, inArray, lte, type Tx } from '@wirearchy/db'
import type { Ctx } from '../../context.ts'
import { keepRows } from './keep.ts'
import type { Staged } from './stage.ts'
import { shortTurns } from './turns.ts'

/**
 * Rolls a staged import forward to its end, in transactions of about 30 ms. Each takes the next rows by
 * line and marks them, so that a run cut off at any moment carries on where it stopped, by this or by the
 * next import. `onRow` is told how many rows are done.
 */
export async function applyStaged(ctx: Ctx, importId: string, onRow: (done: number) => void) {
  const turns = shortTurns()
  let line = 0
  let done = 0
  for (;;) {
    const turn = await turns.run(() => ctx.store.tx((tx) => applySome(tx, ctx, importId, line, turns.size())))
    if (!turn) break
    line = turn.line
    done += turn.rows
    onRow(done)
  }
  await ctx.store.tx(async (tx) => {
    await tx.update(imports).set({ state: 'done', finishedAt: ctx.now }).where(eq(imports.id, importId))
  })
}

const MOST_STAGED = 256

async function applySome(tx: Tx, ctx: Ctx, importId: string, after: number, size: number) {
  const rows = await tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), gt(importRows.line, after)))
    .orderBy(asc(importRows.line))
    .limit(size)
  const taken = rows.slice(0, endOfTurn(rows))
  const last = taken.at(-1)
  if (!last) return null
  const staged = taken.filter((row) => row.outcome === 'staged')
  const asStaged = await keepRows(
    tx,
    ctx,
    importId,
    staged.map(({ line, raw }) => ({ line, ...(raw as unknown as Staged) })),
  )
  const unchanged = taken.flatMap((row) => (row.outcome === 'unchanged' && row.ref ? [row.ref] : []))
  await markSeen(tx, importId, [...unchanged, ...asStaged])
  if (unchanged.length > 0) await dropUnchanged(tx, importId, after, last.line)
  return { line: last.line, rows: taken.length }
}

/** A turn holds at most 256 rows that change something. */
function endOfTurn(rows: { outcome: string }[]): number {
  let staged = 0
  const end = rows.findIndex(({ outcome }) => outcome === 'staged' && ++staged > MOST_STAGED)
  return end === -1 ? rows.length : end
}

async function markSeen(tx: Tx, importId: string, refs: string[]) {
  if (refs.length === 0) return
  await tx
    .update(establishments)
    .set({ lastSeenImport: importId })
    .where(and(eq(establishments.scheme, 'gias'), inArray(establishments.ref, refs)))
}

/** A row that changed nothing leaves only its count: 52,000 of them a night would outgrow the rest. */
async function dropUnchanged(tx: Tx, importId: string, after: number, last: number) {
  await tx
    .delete(importRows)
    .where(
      and(
        eq(importRows.importId, importId),
        gt(importRows.line, after),
        lte(importRows.line, last),
        eq(importRows.outcome, 'unchanged'),
      ),
    )
}
