import { and, eq, importRows, imports, inArray, lt, ne } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'

const DAY = 86_400_000
const TO_CONFIRM_MS = 7 * DAY
const TO_MEND_MS = 30 * DAY

/**
 * Forgets what uploaded lists held and nobody came back for: a list that was never confirmed after a week, the rows
 * to fix of a confirmed one after thirty days. How many rows there were of each kind stays.
 */
export async function forgetOldLists(ctx: Ctx) {
  const lists = (olderMs: number) => and(eq(imports.kind, 'seats'), lt(imports.startedAt, ctx.now - olderMs))
  await ctx.store.tx(async (tx) => {
    const forgotten = and(lists(TO_CONFIRM_MS), ne(imports.state, 'done'))
    const rowsOf = (which: ReturnType<typeof and>) =>
      inArray(importRows.importId, tx.select({ id: imports.id }).from(imports).where(which))
    await tx.delete(importRows).where(rowsOf(forgotten))
    await tx.update(imports).set({ state: 'refused' }).where(forgotten)
    await tx.delete(importRows).where(rowsOf(lists(TO_MEND_MS)))
  })
}
