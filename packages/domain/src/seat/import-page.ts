import type { MemberCtx } from '@wirearchy/domain'
import { yearsInWords } from '@wirearchy/domain/group'
import { findImport, type ImportRow, rowsOf } from './find-import.ts'
import type { ImportPage } from './input.ts'
import { bind } from './sheet/header.ts'

const PAGE_SIZE = 100
const FIRST: Record<string, number> = { refused: 0, needs_review: 1, updated: 2, created: 3, unchanged: 4 }

/** A list that was checked or imported: how many rows have each outcome, and every row's own, what needs a hand first. */
export async function importPage(ctx: MemberCtx, { slug, importId, page = 1 }: ImportPage) {
  const { group, import: found } = await findImport(ctx.store.read, ctx, { slug, importId })
  const rows = await rowsOf(ctx.store.read, found.id)
  const inOrder = rows.toSorted(
    (a, b) => (FIRST[a.outcome] ?? 9) - (FIRST[b.outcome] ?? 9) || a.line - b.line,
  )
  const from = (page - 1) * PAGE_SIZE
  return {
    group: { slug, name: group.name, years: yearsInWords(group.academicYear) },
    id: found.id,
    fileName: found.fileName,
    state: found.state,
    counts: found.counts ?? {},
    ignored: bind(found.header ?? []).ignored,
    total: rows.length,
    toMend: rows.filter(isToMend).length,
    page,
    pages: Math.max(1, Math.ceil(rows.length / PAGE_SIZE)),
    rows: inOrder.slice(from, from + PAGE_SIZE).map(lineOf),
  }
}

/** True of a row that changed nothing and should be uploaded again once it is mended. */
export const isToMend = ({ outcome }: Pick<ImportRow, 'outcome'>) =>
  outcome === 'refused' || outcome === 'needs_review'

const lineOf = ({ line, outcome, field, message, seat, cells }: ImportRow) => ({
  line,
  outcome,
  field,
  message,
  name: seat?.fullName ?? null,
  reads: isToMend({ outcome }) ? (cells ?? []).filter(Boolean).join(', ').slice(0, 120) : null,
})
