import { and, asc, count, eq, establishments, importRows, inArray, ne } from '@wirearchy/db'
import type { Ctx } from '../../context.ts'
import type { ToldRow } from './result.ts'

/** How many schools that earlier files named this one does not. */
export async function absent(ctx: Ctx, importId: string): Promise<number> {
  const [row] = await ctx.store.read
    .select({ n: count() })
    .from(establishments)
    .where(and(eq(establishments.scheme, 'gias'), ne(establishments.lastSeenImport, importId)))
  return row?.n ?? 0
}

/** The rows a person should look at, in the order of the file. */
export async function toldRows(
  ctx: Ctx,
  importId: string,
): Promise<{ refusedRows: ToldRow[]; reviewRows: ToldRow[] }> {
  const rows = await ctx.store.read
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), inArray(importRows.outcome, ['refused', 'needs_review'])))
    .orderBy(asc(importRows.line))
  const told = (outcome: string) =>
    rows
      .filter((row) => row.outcome === outcome)
      .map(({ line, ref, field, message }) => ({ line, ref, field, reason: message ?? '' }))
  return { refusedRows: told('refused'), reviewRows: told('needs_review') }
}
