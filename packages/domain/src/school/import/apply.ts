import { and, asc, eq, establishments, gt, importRows, inArray, lte, type Tx } from '@wirearchy/db'
import type { Ctx } from '../../context.ts'
import type { Scheme } from '../register/index.ts'
import { keepRows, lineOf } from './keep.ts'
import { endImport } from './run.ts'
import type { Staged } from './stage.ts'
import { shortTurns } from './turns.ts'

/** A row of an import on its way into the live tables. */
export type Waiting = typeof importRows.$inferSelect

/**
 * Rolls a staged import forward to its end, in short transactions. Each takes the next rows by line and
 * `keep`s and marks them (what it can work out beforehand it does), so that a run cut off at any moment carries on where it stopped, by this or by
 * the next import. `onRow` is told how many rows are done.
 */
export async function applyInTurns(
  ctx: Ctx,
  importId: string,
  keep: (rows: Waiting[]) => (tx: Tx) => Promise<void>,
  onRow: (done: number) => void,
) {
  const turns = shortTurns()
  let line = 0
  let done = 0
  for (;;) {
    const rows = await nextRows(ctx, importId, line, turns.size())
    const last = rows.at(-1)
    if (!last) return
    const write = keep(rows)
    await turns.run(() =>
      ctx.store.tx(async (tx) => {
        await write(tx)
        if (rows.some(({ outcome }) => outcome === 'unchanged'))
          await dropUnchanged(tx, importId, line, last.line)
      }),
    )
    line = last.line
    done += rows.length
    onRow(done)
  }
}

const MOST_STAGED = 1024

/** At most so many rows, and at most 1,024 that change something. */
async function nextRows(ctx: Ctx, importId: string, after: number, size: number): Promise<Waiting[]> {
  const rows = await ctx.store.read
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), gt(importRows.line, after)))
    .orderBy(asc(importRows.line))
    .limit(size)
  let staged = 0
  const end = rows.findIndex(({ outcome }) => outcome === 'staged' && ++staged > MOST_STAGED)
  return end === -1 ? rows : rows.slice(0, end)
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

/** Rolls a staged import of schools forward to its end. */
export async function applySchools(
  ctx: Ctx,
  importId: string,
  scheme: Scheme,
  onRow: (done: number) => void = () => {},
) {
  const keep = (rows: Waiting[]) => {
    const staged = rows.filter(({ outcome }) => outcome === 'staged')
    const lines = staged.map(({ line, raw }) => lineOf(line, raw as unknown as Staged))
    const told = rows.flatMap(({ outcome, ref }) => (isOnlySeen(outcome) && ref ? [ref] : []))
    return async (tx: Tx) => {
      const asStaged = await keepRows(tx, ctx, importId, lines)
      await markSeen(tx, importId, scheme, [...told, ...asStaged])
    }
  }
  await applyInTurns(ctx, importId, keep, onRow)
  await endImport(ctx, importId)
}

/** A row that we could not read still tells that its school is in the register. */
const isOnlySeen = (outcome: string) => outcome === 'unchanged' || outcome === 'refused'

async function markSeen(tx: Tx, importId: string, scheme: Scheme, refs: string[]) {
  if (refs.length === 0) return
  await tx
    .update(establishments)
    .set({ lastSeenImport: importId })
    .where(and(eq(establishments.scheme, scheme), inArray(establishments.ref, refs)))
}
