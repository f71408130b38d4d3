import { and, asc, eq, establishments, importRows, inArray, ne, sql } from '@wirearchy/db'
import type { Ctx } from '../../context.ts'
import type { Scheme } from '../register/index.ts'
import type { ToldRow } from './result.ts'

const FIRST_FEW = 10

/** The schools that earlier files of this register named and this one does not: how many, and the first few. */
export async function absent(ctx: Ctx, scheme: Scheme, importId: string) {
  const unseen = and(
    eq(establishments.scheme, scheme),
    ne(establishments.lastSeenImport, importId),
    sql`${establishments.lastSeenImport} not like 'told:%'`,
  )
  const first = await ctx.store.read
    .select({ ref: establishments.ref })
    .from(establishments)
    .where(unseen)
    .orderBy(asc(establishments.ref))
    .limit(FIRST_FEW)
  return {
    absent: await ctx.store.read.$count(establishments, unseen),
    absentRefs: first.map(({ ref }) => ref),
  }
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
