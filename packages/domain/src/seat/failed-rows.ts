import type { MemberCtx } from '@wirearchy/domain'
import { findImport, rowsOf } from './find-import.ts'
import { isToMend } from './import-page.ts'
import type { ImportRef } from './input.ts'
import { ADVICE } from './sheet/header.ts'
import { csvOf } from './sheet/write.ts'

/**
 * The rows of a list that were not taken, as they were written, each with what to fix: a CSV file that can be mended
 * and uploaded again as it is. No cell of it runs as a formula.
 */
export async function failedRows(ctx: MemberCtx, ref: ImportRef) {
  const { group, import: found } = await findImport(ctx.store.read, ctx, ref)
  const header = found.header ?? []
  const adviceAt = header.indexOf(ADVICE)
  const without = (cells: string[]) =>
    header.map((_, at) => cells[at] ?? '').filter((_, at) => at !== adviceAt)
  const rows = (await rowsOf(ctx.store.read, found.id)).filter(isToMend)
  const advice = rows.map(({ line, field, message, cells }) => [
    ...without(cells ?? []),
    `Row ${line}${field ? `, ${field}` : ''}: ${message ?? ''}`,
  ])
  return { fileName: `to-fix-${group.slug}.csv`, csv: csvOf([[...without(header), ADVICE], ...advice]) }
}
