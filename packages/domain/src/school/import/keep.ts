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
import { addWords, type SchoolWord, wordsOf } from '../words.ts'
import { markKept } from './mark.ts'
import { factsOf, findableOf, schoolIdOf } from './school-of.ts'
import type { Staged } from './stage.ts'
import { entryOf, updateSchools } from './update.ts'

/** A staged row with all that can be worked out before the transaction, which is to hold others up for little. */
export interface Line extends Staged {
  line: number
  id: string
  words: SchoolWord[]
}

export function lineOf(line: number, staged: Staged): Line {
  const id = schoolIdOf(staged.row.scheme, staged.row.ref)
  return { line, ...staged, id, words: wordsOf(findableOf(id, staged.row)) }
}

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
  const first = await nextNo(tx, 'schools', lines.length)
  await insertMany(
    tx,
    schools,
    lines.map(({ row, id }, place) => ({ id, no: first + place, ...factsOf(row), createdAt: ctx.now })),
  )
  await insertMany(
    tx,
    schoolEstablishments,
    lines.map(({ row, id }) => ({ ...keyOf(row), schoolId: id, fromOn: row.openedOn })),
  )
  await addWords(
    tx,
    lines.flatMap(({ words }) => words),
  )
  await recordAll(
    tx,
    ctx,
    lines.map(({ row, id }) => ({
      ...entryOf(importId, row, id),
      after: { name: row.name, status: row.status },
    })),
  )
}

const keyOf = ({ scheme, ref }: EstablishmentRow) => ({ scheme, ref })
