import { and, asc, eq, importRows, imports, type Reader } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { ledGroup } from '@wirearchy/domain/group'
import type { ImportRef } from './input.ts'
import type { ReadRow } from './sheet/read.ts'
import type { SeatRow } from './sheet/row.ts'

/** An import of a group, for whoever runs that group. @throws Problem not_found for any other */
export async function findImport(reader: Reader, ctx: MemberCtx, { slug, importId }: ImportRef) {
  const group = await ledGroup(reader, ctx, slug)
  const [found] = await reader
    .select()
    .from(imports)
    .where(and(eq(imports.id, importId), eq(imports.groupId, group.id), eq(imports.kind, 'seats')))
  if (!found) throw Problem.notFound()
  return { group, import: found }
}

/** Every row of an import in the order of the file, with what was read while it is still kept. */
export async function rowsOf(reader: Reader, importId: string) {
  const rows = await reader
    .select()
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .orderBy(asc(importRows.line))
  return rows.map((row) => ({ ...row, ...(row.raw as { cells?: string[]; seat?: SeatRow | null } | null) }))
}

export type ImportRow = Awaited<ReturnType<typeof rowsOf>>[number]

/** A row as it was read, for deciding again what it does. */
export const asRead = ({ line, cells = [], seat, field, message }: ImportRow): ReadRow =>
  seat ? { line, cells, seat } : { line, cells, refusal: { field: field ?? '', message: message ?? '' } }
