import { createHash } from 'node:crypto'
import { and, eq, gt, importRows, imports, inArray, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { ledGroup } from '@wirearchy/domain/group'
import { type Outcome, outcomes } from './book.ts'
import type { CheckImport } from './input.ts'
import { placesIn } from './kept-seats.ts'
import { type ReadRow, readSheet } from './sheet/read.ts'

const AN_HOUR = 3_600_000
const MOST_AN_HOUR = 30
const AT_ONCE = 100

/**
 * Reads an uploaded list and says of each row what it would do, without doing it. Whoever runs the group then
 * confirms. A list checked earlier and not confirmed is dropped, with what it held.
 * @returns the import's id, for its check page
 * @throws Problem bad_input on 'file' when the whole file cannot be used; too_many after 30 in an hour
 */
export async function checkImport(ctx: MemberCtx, { slug, fileName, file, text }: CheckImport) {
  const bytes = file ? Uint8Array.from(Buffer.from(file, 'base64')) : new TextEncoder().encode(text)
  return ctx.store.tx(async (tx) => {
    const group = await ledGroup(tx, ctx, slug)
    const sheet = readSheet(bytes, group)
    await refuseTooMany(tx, ctx)
    await dropUnconfirmed(tx, group.id)
    const planned = outcomes(sheet.rows, await placesIn(tx, ctx, group.id))
    const importId = newId(ctx.now)
    await tx.insert(imports).values({
      id: importId,
      kind: 'seats',
      fileName: fileName ?? null,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      encoding: sheet.encoding,
      header: sheet.header,
      state: 'staged',
      counts: countsOf(planned),
      groupId: group.id,
      byPersonId: ctx.viewer,
      startedAt: ctx.now,
    })
    await stage(tx, importId, sheet.rows, planned)
    return { importId }
  })
}

async function refuseTooMany(tx: Tx, { viewer, now }: MemberCtx) {
  const lately = and(eq(imports.byPersonId, viewer), gt(imports.startedAt, now - AN_HOUR))
  if ((await tx.$count(imports, lately)) >= MOST_AN_HOUR)
    throw new Problem('too_many', 'That was a lot of lists in one hour. Wait a while, then upload the next.')
}

async function dropUnconfirmed(tx: Tx, groupId: string) {
  const waiting = and(eq(imports.kind, 'seats'), eq(imports.groupId, groupId), eq(imports.state, 'staged'))
  const ids = tx.select({ id: imports.id }).from(imports).where(waiting)
  await tx.delete(importRows).where(inArray(importRows.importId, ids))
  await tx.update(imports).set({ state: 'refused' }).where(waiting)
}

/** How many rows had each outcome. */
export function countsOf(planned: Outcome[]): Record<Outcome['outcome'], number> {
  const counts = { created: 0, updated: 0, unchanged: 0, needs_review: 0, refused: 0 }
  for (const { outcome } of planned) counts[outcome] += 1
  return counts
}

async function stage(tx: Tx, importId: string, rows: ReadRow[], planned: Outcome[]) {
  const staged = rows.map(({ line, cells, seat }, at) => ({
    importId,
    line,
    raw: { cells, seat: seat ?? null },
    ...said(planned[at] as Outcome),
  }))
  for (let from = 0; from < staged.length; from += AT_ONCE)
    await tx.insert(importRows).values(staged.slice(from, from + AT_ONCE))
}

/** An outcome as its row keeps it. */
export const said = (planned: Outcome) => ({
  outcome: planned.outcome,
  field: 'field' in planned ? planned.field : null,
  message: 'message' in planned ? planned.message : null,
})
