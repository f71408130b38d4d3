import type Database from 'better-sqlite3'
import { type HistoryTable, historyTables, rowId } from '../history.ts'
import { brokenSeals } from '../seals.ts'
import { type Finding, inOneMoment, MOST } from './finding.ts'

const DECIDE =
  'Put it back from a backup, or, if the change was yours, stand by it: npx wirearchy seal --reason "why".'

/** Rows of history that something other than the product changed, added or took away. */
export function* seals(client: Database.Database): Generator<Finding> {
  for (const table of historyTables(client)) yield* inOneMoment(client, () => sealsOf(client, table))
}

function* sealsOf(client: Database.Database, table: HistoryTable): Generator<Finding> {
  yield* strange(client, table)
  if (sealedRows(client, table) !== rows(client, table)) yield* missing(client, table)
}

function* strange(client: Database.Database, table: HistoryTable): Generator<Finding> {
  for (const { id, fault } of brokenSeals(client, table, MOST)) {
    const what = fault === 'changed' ? 'was changed' : 'was added'
    const sentence = `Row ${id} of ${table.name} ${what} by something other than Wirearchy. ${DECIDE}`
    yield { check: 'seals', table: table.name, row: id, sentence }
  }
}

function* missing(client: Database.Database, table: HistoryTable): Generator<Finding> {
  const gone = client
    .prepare(`select row_id from row_hashes where table_name = ?
      except select ${rowId(table, 'r')} from "${table.name}" r limit ${MOST}`)
    .pluck()
  for (const id of gone.all(table.name) as string[])
    yield {
      check: 'seals',
      table: table.name,
      row: id,
      sentence: `Row ${id} of ${table.name} is gone, though history is never deleted. Put it back from a backup.`,
    }
}

const rows = (client: Database.Database, { name }: HistoryTable) =>
  client.prepare(`select count(*) from "${name}"`).pluck().get() as number

const sealedRows = (client: Database.Database, { name }: HistoryTable) =>
  client.prepare('select count(*) from row_hashes where table_name = ?').pluck().get(name) as number
