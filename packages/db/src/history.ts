import type Database from 'better-sqlite3'
import { guardNames } from './guards.ts'

/** One table whose rows are history, as the database at hand has it. */
export interface HistoryTable {
  name: string
  /** Its columns in the order of their names. */
  columns: string[]
  /** Its key, in order; several parts are joined with a slash. */
  key: string[]
}

/** The history tables are those whose rows the guards never let go: the ledger has its own seal. */
export const historyNames = (guards = guardNames()) =>
  guards
    .flatMap((guard) => /^(\w+)_never_deleted$/.exec(guard)?.[1] ?? [])
    .filter((name) => name !== 'ledger')

/** The history tables that this database has. */
export function historyTables(client: Database.Database, names = historyNames()): HistoryTable[] {
  return names.map((name) => tableOf(client, name)).filter(({ columns }) => columns.length > 0)
}

/** One table's columns and key; no columns when it is not there. */
export function tableOf(client: Database.Database, name: string): HistoryTable {
  const found = client.prepare('select name, pk from pragma_table_info(?) order by name').all(name) as {
    name: string
    pk: number
  }[]
  const key = found.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk)
  return { name, columns: found.map((column) => column.name), key: key.map((column) => column.name) }
}

/** SQL for a row's id as text. @param row the row's alias: new, t … */
export const rowId = ({ key }: HistoryTable, row: string) =>
  key.map((name) => `${row}."${name}"`).join(` || '/' || `)

/**
 * SQL for a row as one text that is the same for the same facts: its columns by name, empty ones left out, so that a
 * column added later leaves the seals of old rows as they are.
 */
export const rowText = (columns: string[], row: string) =>
  `json_patch('{}', json_object(${columns.map((name) => `'${name}', ${row}."${name}"`).join(', ')}))`
