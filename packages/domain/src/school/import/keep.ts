import {
  and,
  eq,
  establishments,
  inArray,
  insertMany,
  schoolEstablishments,
  schools,
  type Tx,
} from '@wirearchy/db'
import type { Ctx } from '../../context.ts'
import { nextNo, recordAll } from '../../ledger/index.ts'
import type { EstablishmentRow, Scheme } from '../register/index.ts'
import { addWords, wordsOf } from '../words.ts'
import { markKept } from './mark.ts'
import { factsOf, findableOf, schoolIdOf } from './school-of.ts'
import type { Staged } from './stage.ts'
import { entryOf, updateSchools } from './update.ts'

type Line = Staged & { line: number }

/**
 * Writes staged rows into the live tables: the register's row, our school, its words, one ledger entry each.
 * @returns the refs that another import brought in since they were staged, and that are as staged
 */
export async function keepRows(tx: Tx, ctx: Ctx, importId: string, lines: Line[]): Promise<string[]> {
  const [first] = lines
  if (!first) return []
  const { scheme } = first.row
  const refs = lines.map(({ row }) => row.ref)
  const before = new Map((await knownRows(tx, scheme, refs)).map((row) => [row.ref, row]))
  const links = new Map((await knownLinks(tx, scheme, refs)).map((link) => [link.ref, link]))
  const isAsStaged = ({ row, hash }: Line) => before.get(row.ref)?.rowHash === hash
  const changed = lines.filter((line) => !isAsStaged(line))
  await writeEstablishments(tx, importId, changed)
  await createSchools(
    tx,
    ctx,
    importId,
    changed.filter(({ row }) => !links.has(row.ref)),
  )
  await updateSchools(
    tx,
    ctx,
    importId,
    changed.flatMap((line) => {
      const link = links.get(line.row.ref)
      return link ? [{ ...line, link, before: before.get(line.row.ref) }] : []
    }),
  )
  await markKept(tx, importId, lines, before)
  return lines.filter(isAsStaged).map(({ row }) => row.ref)
}

const knownRows = (tx: Tx, scheme: Scheme, refs: string[]) =>
  tx
    .select()
    .from(establishments)
    .where(and(eq(establishments.scheme, scheme), inArray(establishments.ref, refs)))

const knownLinks = (tx: Tx, scheme: Scheme, refs: string[]) =>
  tx
    .select()
    .from(schoolEstablishments)
    .where(and(eq(schoolEstablishments.scheme, scheme), inArray(schoolEstablishments.ref, refs)))

const writeEstablishments = (tx: Tx, importId: string, lines: Line[]) =>
  insertMany(
    tx,
    establishments,
    lines.map(({ row, hash }) => ({
      ...row,
      rowHash: hash,
      firstSeenImport: importId,
      lastSeenImport: importId,
    })),
    { key: ['scheme', 'ref'], keep: ['firstSeenImport'] },
  )

async function createSchools(tx: Tx, ctx: Ctx, importId: string, lines: Line[]) {
  if (lines.length === 0) return
  const rows = lines.map(({ row }) => ({ row, id: schoolIdOf(row.scheme, row.ref) }))
  const first = await nextNo(tx, 'schools', rows.length)
  await tx
    .insert(schools)
    .values(
      rows.map(({ row, id }, place) => ({ id, no: first + place, ...factsOf(row), createdAt: ctx.now })),
    )
  await insertMany(
    tx,
    schoolEstablishments,
    rows.map(({ row, id }) => ({ ...keyOf(row), schoolId: id, fromOn: row.openedOn })),
  )
  await addWords(
    tx,
    rows.flatMap(({ row, id }) => wordsOf(findableOf(id, row))),
  )
  await recordAll(
    tx,
    ctx,
    rows.map(({ row, id }) => ({
      ...entryOf(importId, row, id),
      after: { name: row.name, status: row.status },
    })),
  )
}

const keyOf = ({ scheme, ref }: EstablishmentRow) => ({ scheme, ref })
