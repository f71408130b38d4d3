import { eq, type establishments, inArray, schoolEstablishments, schools, type Tx } from '@wirearchy/db'
import type { Ctx } from '../../context.ts'
import { recordAll } from '../../ledger/index.ts'
import type { EstablishmentRow } from '../register/index.ts'
import { rewriteWords } from '../words.ts'
import { differences } from './differences.ts'
import { factsOf, findableOf } from './school-of.ts'

/** What the ledger says of any row of the register that is new or changed. */
export const entryOf = (importId: string, row: EstablishmentRow, schoolId: string) => ({
  type: 'school.imported',
  schoolId,
  refs: { school: schoolId, establishment: `${row.scheme}:${row.ref}`, import: importId },
})

/** A row of a school that we have already: how it hangs together, and what the register said before. */
export interface KnownLine {
  row: EstablishmentRow
  link: typeof schoolEstablishments.$inferSelect
  before: typeof establishments.$inferSelect | undefined
}

/** Our school follows its present register row; a row that another has since replaced changes only itself. */
export async function updateSchools(tx: Tx, ctx: Ctx, importId: string, lines: KnownLine[]) {
  if (lines.length === 0) return
  const isPresent = ({ link }: KnownLine) => link.untilOn === null
  const present = [...new Map(lines.filter(isPresent).map((line) => [line.link.schoolId, line])).values()]
  for (const { row, link } of present)
    await tx
      .update(schools)
      .set({ ...factsOf(row), kind: 'school' })
      .where(eq(schools.id, link.schoolId))
  const refs = await refsOf(
    tx,
    present.map(({ link }) => link.schoolId),
  )
  await rewriteWords(
    tx,
    present.map(({ row, link }) => ({
      ...findableOf(link.schoolId, row),
      refs: refs.get(link.schoolId) ?? [],
    })),
  )
  await recordAll(
    tx,
    ctx,
    lines.map(({ row, link, before }) => ({
      ...entryOf(importId, row, link.schoolId),
      ...differences(before, row),
    })),
  )
}

/** Every reference each school has had: an old URN goes on finding it. */
async function refsOf(tx: Tx, schoolIds: string[]): Promise<Map<string, string[]>> {
  const links = await tx
    .select({ id: schoolEstablishments.schoolId, ref: schoolEstablishments.ref })
    .from(schoolEstablishments)
    .where(inArray(schoolEstablishments.schoolId, schoolIds))
  const refs = new Map<string, string[]>()
  for (const { id, ref } of links) refs.set(id, [...(refs.get(id) ?? []), ref])
  return refs
}
