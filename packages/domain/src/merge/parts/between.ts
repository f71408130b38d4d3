import { sql } from '@wirearchy/db'
import { type Cell, type Journal, type Row, rowsWhere } from '../journal.ts'

/** A row between two people, `one` and `other` by the names of its columns. */
interface Columns {
  one: string
  other: string
}

/** Rows of a table that name either record, and whether a row is between the two of them. */
export async function between({ tx, loserId, winnerId }: Journal, table: string, { one, other }: Columns) {
  const both = sql`(${loserId}, ${winnerId})`
  const [a, b] = [sql.raw(one), sql.raw(other)]
  const rows = await rowsWhere(tx, table, sql`${a} in ${both} or ${b} in ${both}`)
  const ids = [loserId, winnerId]
  const isSelf = (row: Row) => ids.includes(String(row[one])) && ids.includes(String(row[other]))
  return { self: rows.filter(isSelf), rest: rows.filter((row) => !isSelf(row)) }
}

/** Whose the row is once the two are one. */
export const isNow = (id: Cell | undefined, { loserId, winnerId }: Journal) =>
  id === loserId ? winnerId : String(id)
