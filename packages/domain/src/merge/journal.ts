import { inList, personMergeItems, type SQL, sql, type Tx } from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'

/** A value as its table keeps it. */
export type Cell = string | number | null
/** A row as its table keeps it, by the columns' own names. */
export type Row = Record<string, Cell>

/** The list of what one merge changes, written before each change: the database allows no other. */
export interface Journal {
  tx: Tx
  ctx: Ctx
  mergeId: string
  loserId: string
  winnerId: string
  place: number
  /** The rows changed so far, by table. */
  touched: Map<string, Set<string>>
}

/** Where a table's key is not its `id`. */
const KEYS: Record<string, string[]> = {
  profiles: ['person_id'],
  audiences: ['person_id', 'field'],
  tie_preferences: ['person_id', 'other_id'],
  mentor_offers: ['person_id'],
  notice_choices: ['person_id', 'kind'],
  quiet_hours: ['person_id'],
}
const keyOf = (table: string) => KEYS[table] ?? ['id']

/** A row's key as the list names it. */
const rowId = (table: string, row: Row) =>
  keyOf(table)
    .map((column) => row[column])
    .join('/')

/** The column's name in the list when it is the whole row that came or went. */
export const WHOLE_ROW = '*'

const name = (text: string) => sql.raw(`"${text}"`)

/** For a `where`: this row and no other. */
export const isRow = (table: string, id: string): SQL =>
  sql`${sql.join(
    keyOf(table).map((column) => name(column)),
    sql` || '/' || `,
  )} = ${id}`

/** Changes columns of one row, listed first; columns that keep their value are left out. */
export async function change(journal: Journal, table: string, row: Row, set: Row) {
  const changed = Object.entries(set).filter(([column, value]) => (row[column] ?? null) !== value)
  if (changed.length === 0) return
  const id = rowId(table, row)
  const items = changed.map(([column, value]) => ({ column, was: row[column] ?? null, becomes: value }))
  await list(journal, table, [{ id, items }])
  await journal.tx.exec(sql`update ${name(table)} set ${assignments(changed)} where ${isRow(table, id)}`)
  for (const [column, value] of changed) row[column] = value
}

const assignments = (changed: [string, Cell][]) =>
  sql.join(
    changed.map(([column, value]) => sql`${name(column)} = ${value}`),
    sql`, `,
  )

/** Writes the winner where the loser stood, in one column of a table; in these rows alone when they are given. */
export async function repoint(journal: Journal, table: string, column: string, only?: string[]) {
  const { tx, loserId, winnerId } = journal
  const which = only ? sql`and id in (${inList(only)})` : sql``
  const rows = await tx.rows<Row>(
    sql`select id from ${name(table)} where ${name(column)} = ${loserId} ${which}`,
  )
  const ids = rows.map(({ id }) => String(id))
  if (ids.length === 0) return
  const item = { column, was: loserId, becomes: winnerId }
  await list(
    journal,
    table,
    ids.map((id) => ({ id, items: [item] })),
  )
  await tx.exec(
    sql`update ${name(table)} set ${name(column)} = ${winnerId} where ${name(column)} = ${loserId} and id in (${inList(ids)})`,
  )
}

/** Writes a row into a table that is not history, listed first. */
export async function add(journal: Journal, table: string, row: Row) {
  const item = { column: WHOLE_ROW, was: null, becomes: row }
  await list(journal, table, [{ id: rowId(table, row), items: [item] }])
  await insertRow(journal.tx, table, row)
}

/** Takes a row out of a table that is not history, listed first. */
export async function remove(journal: Journal, table: string, row: Row) {
  const id = rowId(table, row)
  await list(journal, table, [{ id, items: [{ column: WHOLE_ROW, was: row, becomes: null }] }])
  await journal.tx.exec(sql`delete from ${name(table)} where ${isRow(table, id)}`)
}

/** @param unlessTaken leaves the row out when another one has taken its key since, instead of failing */
export const insertRow = (tx: Tx, table: string, row: Row, { unlessTaken = false } = {}) =>
  tx.exec(
    sql`insert into ${name(table)} (${sql.join(Object.keys(row).map(name), sql`, `)})
      values (${sql.join(
        Object.values(row).map((value) => sql`${value}`),
        sql`, `,
      )})${sql.raw(unlessTaken ? ' on conflict do nothing' : '')}`,
  )

interface Listed {
  id: string
  items: { column: string; was: Cell | Row; becomes: Cell | Row }[]
}

const AT_ONCE = 200

/** Writes down what is about to change, in order. */
export async function list(journal: Journal, tableName: string, rows: Listed[]) {
  const { tx, ctx, mergeId, touched } = journal
  const known = touched.get(tableName) ?? new Set()
  touched.set(tableName, known)
  for (const { id } of rows) known.add(id)
  const values = rows.flatMap(({ id, items }) =>
    items.map(({ column, was, becomes }) => ({
      ...{ id: newId(ctx.now), mergeId, place: journal.place++, tableName, rowId: id, columnName: column },
      ...{ oldValue: JSON.stringify(was), newValue: JSON.stringify(becomes) },
    })),
  )
  for (let from = 0; from < values.length; from += AT_ONCE)
    await tx.insert(personMergeItems).values(values.slice(from, from + AT_ONCE))
}

/** Rows of a table as it keeps them. */
export const rowsWhere = (tx: Pick<Tx, 'rows'>, table: string, where: SQL) =>
  tx.rows<Row>(sql`select * from ${name(table)} where ${where}`)
