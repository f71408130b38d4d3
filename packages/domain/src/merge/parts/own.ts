import { sql } from '@wirearchy/db'
import { add, type Journal, type Row, remove, repoint, rowsWhere } from '../journal.ts'

/** Rows of one table that say how each of the two records would have something. */
export async function ownRows({ tx, loserId, winnerId }: Journal, table: string) {
  const rows = await rowsWhere(tx, table, sql`person_id in (${loserId}, ${winnerId})`)
  const of = (id: string) => rows.filter(({ person_id }) => person_id === id)
  return { mine: of(winnerId), theirs: of(loserId) }
}

/** The loser's row becomes the winner's, where the row is known by its person. */
export async function takeOver(journal: Journal, table: string, row: Row) {
  await remove(journal, table, row)
  await add(journal, table, { ...row, person_id: journal.winnerId })
}

/** What the winner says stands; what they left open, by some columns, is the loser's, and the rest of it goes. */
export async function fillGaps(journal: Journal, table: string, columns: string[]) {
  const { mine, theirs } = await ownRows(journal, table)
  const key = (row: Row) => JSON.stringify(columns.map((column) => row[column] ?? null))
  const said = new Set(mine.map(key))
  const isLacking = (row: Row) => !said.has(key(row))
  for (const row of theirs.filter((one) => !isLacking(one))) await remove(journal, table, row)
  const lacking = theirs.filter(isLacking)
  const ids = lacking.flatMap(({ id }) => (id === undefined ? [] : [String(id)]))
  if (ids.length > 0) await repoint(journal, table, 'person_id', ids)
  else for (const row of lacking) await takeOver(journal, table, row)
}
