import { and, eq, type establishments, importRows, inArray, type Tx } from '@wirearchy/db'
import type { Staged } from './stage.ts'

type Line = Staged & { line: number }
type Establishment = typeof establishments.$inferSelect

/** Gives each row of the import its outcome, once its school is kept; its facts are in the live tables then. */
export async function markKept(tx: Tx, importId: string, lines: Line[], before: Map<string, Establishment>) {
  for (const outcome of ['created', 'updated', 'needs_review'] as const) {
    const those = lines.filter((line) => outcomeOf(line, before) === outcome).map(({ line }) => line)
    if (those.length === 0) continue
    await tx
      .update(importRows)
      .set({ outcome, raw: null })
      .where(and(eq(importRows.importId, importId), inArray(importRows.line, those)))
  }
}

function outcomeOf({ review, row }: Line, before: Map<string, Establishment>) {
  if (review) return 'needs_review'
  return before.has(row.ref) ? 'updated' : 'created'
}
