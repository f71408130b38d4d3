import { type personMergeItems, sql, type Tx } from '@wirearchy/db'
import { type Cell, insertRow, isRow, type Row, rowsWhere, WHOLE_ROW } from '../journal.ts'
import { allowed } from './allowed.ts'

type Item = Pick<
  typeof personMergeItems.$inferSelect,
  'tableName' | 'rowId' | 'columnName' | 'oldValue' | 'newValue'
>

/** What the merge did to one row at once. */
export interface Step {
  table: string
  id: string
  items: { column: string; was: Cell | Row; became: Cell | Row }[]
}

/** A merge's list as steps, in its order: what follows each other on one row is one step. */
export function stepsOf(list: Item[]): Step[] {
  const steps: Step[] = []
  for (const { tableName: table, rowId: id, columnName: column, oldValue, newValue } of list) {
    const item = { column, was: JSON.parse(oldValue ?? 'null'), became: JSON.parse(newValue ?? 'null') }
    const last = steps.at(-1)
    const isSame = last?.table === table && last.id === id && last.items.every((one) => one.column !== column)
    if (isSame) last.items.push(item)
    else steps.push({ table, id, items: [item] })
  }
  return steps
}

/**
 * Puts a row back as it was before a step, as far as it still says what the step wrote.
 * @returns false when some of it stays as it is, because of what happened since
 */
export async function restoreRow(tx: Tx, { table, id, items }: Step): Promise<boolean> {
  const [row] = await rowsWhere(tx, table, isRow(table, id))
  const [first] = items
  if (first?.column === WHOLE_ROW)
    return restoreWhole(tx, table, id, row, first.was as Row | null, first.became)
  if (!row) return false
  const unchanged = items.filter(({ column, became }) => (row[column] ?? null) === became)
  const set = await allowed(
    tx,
    table,
    row,
    Object.fromEntries(unchanged.map(({ column, was }) => [column, was as Cell])),
  )
  if (Object.keys(set).length > 0) await update(tx, table, id, set)
  return Object.keys(set).length === items.length
}

export async function update(tx: Tx, table: string, id: string, set: Row) {
  const columns = Object.entries(set).map(([column, value]) => sql`${sql.raw(`"${column}"`)} = ${value}`)
  await tx.exec(
    sql`update ${sql.raw(`"${table}"`)} set ${sql.join(columns, sql`, `)} where ${isRow(table, id)}`,
  )
}

async function restoreWhole(
  tx: Tx,
  table: string,
  id: string,
  row: Row | undefined,
  was: Row | null,
  became: Step['items'][number]['became'],
) {
  if (was === null) {
    if (!row || JSON.stringify(row) !== JSON.stringify(became)) return false
    await tx.exec(sql`delete from ${sql.raw(`"${table}"`)} where ${isRow(table, id)}`)
    return true
  }
  if (row) return false
  await insertRow(tx, table, was, { unlessTaken: true })
  return (await rowsWhere(tx, table, isRow(table, id))).length > 0
}
