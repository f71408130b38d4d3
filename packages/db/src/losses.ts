import type Database from 'better-sqlite3'
import { type HistoryTable, historyTables } from './history.ts'
import type { Migration } from './migrations.ts'
import { brokenSeals } from './seals.ts'

/** `-- rows people -2` in a migration's text declares that it means to change a table's row count. */
const ROWS = /^-- rows (\w+) ([+-]\d+)$/gm
/** `-- drops stints.pattern`: that it means to lose a column. */
const DROPS = /^-- drops (\w+\.\w+)$/gm
/** `-- changes stints`: that it means to write other facts into rows of history. */
const CHANGES = /^-- changes (\w+)$/gm

const QUIET = new Set(['migrations', 'row_hashes', 'ledger_chain'])

/** What a database holds before a migration, to hold against what it holds after. */
interface Holdings {
  rows: Map<string, number>
  columns: Map<string, string[]>
  history: HistoryTable[]
}

const take = (client: Database.Database): Holdings => ({
  rows: rowCounts(client),
  columns: columnsOf(client),
  history: historyTables(client),
})

/**
 * Runs one migration's statements.
 * @throws when it would lose rows, columns or facts that its text does not declare, or rows of history at all
 */
export function withoutLoss(client: Database.Database, migration: Migration) {
  const before = take(client)
  for (const statement of migration.sql.split('--> statement-breakpoint'))
    if (statement.trim()) client.exec(statement)
  const losses = [
    ...lostRows(migration, before, rowCounts(client)),
    ...lostColumns(migration, before, columnsOf(client)),
    ...(isSealed(client) ? changedFacts(client, migration, before) : []),
  ]
  if (losses.length > 0)
    throw new Error(`Migration ${migration.tag} would ${losses.join('; it would ')}. Nothing was changed.`)
}

function* lostRows({ sql }: Migration, before: Holdings, after: Map<string, number>) {
  const declared = new Map([...sql.matchAll(ROWS)].map((match) => [match[1] as string, Number(match[2])]))
  const history = new Set([...before.history.map(({ name }) => name), 'ledger'])
  for (const [name, rows] of before.rows) {
    const now = after.get(name) ?? 0
    if (history.has(name) && !after.has(name)) yield `drop ${name}, which is history`
    else if (history.has(name) && now < rows) yield `take ${rows - now} rows of history from ${name}`
    else if (now !== rows + (declared.get(name) ?? 0))
      yield `change ${name} from ${rows} rows to ${now} without saying so`
  }
}

function* lostColumns({ sql }: Migration, before: Holdings, after: Map<string, string[]>) {
  const declared = new Set([...sql.matchAll(DROPS)].map((match) => match[1]))
  for (const [table, columns] of before.columns)
    for (const column of columns) {
      const isGone = after.has(table) && !after.get(table)?.includes(column)
      if (isGone && !declared.has(`${table}.${column}`))
        yield `lose the column ${table}.${column} without saying so ("-- drops ${table}.${column}")`
    }
}

/** The seals from before tell whether a row still says the same in its old columns. */
function* changedFacts(client: Database.Database, { sql }: Migration, before: Holdings) {
  const declared = new Set([...sql.matchAll(CHANGES)].map((match) => match[1]))
  const now = columnsOf(client)
  for (const table of before.history) {
    const columns = table.columns.filter((column) => now.get(table.name)?.includes(column))
    if (declared.has(table.name) || columns.length < table.columns.length) continue
    const rows = brokenSeals(client, { ...table, columns }).filter(({ fault }) => fault === 'changed').length
    if (rows > 0) yield `change ${rows} rows of ${table.name} without saying so ("-- changes ${table.name}")`
  }
}

/** Whether the tables of the seals are there, which they are from the second migration on. */
export const isSealed = (client: Database.Database) =>
  client.prepare(`select 1 from sqlite_master where name = 'row_hashes'`).get() !== undefined

/** How many rows each table of the product holds. */
export function rowCounts(client: Database.Database): Map<string, number> {
  return new Map(
    tableNames(client).map((name) => [
      name,
      client.prepare(`select count(*) from "${name}"`).pluck().get() as number,
    ]),
  )
}

const columnsOf = (client: Database.Database) =>
  new Map(
    tableNames(client).map((name) => [
      name,
      client.prepare('select name from pragma_table_info(?)').pluck().all(name) as string[],
    ]),
  )

const tableNames = (client: Database.Database) =>
  (
    client
      .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
      .pluck()
      .all() as string[]
  ).filter((name) => !QUIET.has(name))
