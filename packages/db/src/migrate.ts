import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { backupFile } from './backup-file.ts'
import { beginAlone } from './begin-alone.ts'
import { applyGuards, guardFaults } from './guards.ts'
import { type HistoryTable, historyTables } from './history.ts'
import { isSealed, withoutLoss } from './losses.ts'
import { defaultFolder, type Migration, pending } from './migrations.ts'
import { refuseWithoutRoom } from './room.ts'
import { brokenSeals, sealAll } from './seals.ts'
import { claim, connect, sqlitePath } from './settings.sqlite.ts'

/** What may be told beside the address of the database. */
export interface MigrateOptions {
  root?: string
  /** Where the migrations are; our own when left out. */
  folder?: string
  /** Hears, in sentences, what else was done. */
  say?: (sentence: string) => void
  /** How long to wait for another process that holds the database, in milliseconds. */
  patienceMs?: number
}

const PATIENCE_MS = 60_000

/**
 * Brings a database to the newest schema, or leaves it exactly as it was. In order: foreign keys off (inside drizzle's
 * own migrator that switch does nothing and child rows are lost), then, while nobody else may write: a backup beside
 * it, the seals looked over, each migration with its losses checked, guards made anew, foreign_key_check, everything
 * sealed, commit, quick_check. Of two processes that migrate at once, the second waits and finds nothing to do.
 * @returns the tags applied, empty when the database was up to date
 * @throws when a migration would lose what it did not declare or any history, when one was edited after it ran, when
 *   the database is a newer version's, when the disk has no room, or when somebody else holds it for a minute
 */
export function migrate(url: string, options: MigrateOptions = {}): string[] {
  const { root = process.cwd(), folder = defaultFolder(), say = () => {}, patienceMs = PATIENCE_MS } = options
  const path = sqlitePath(url, root)
  const client = connect(path, { mustExist: false })
  try {
    if (isUpToDate(client, folder)) return []
    client.pragma('foreign_keys = OFF')
    beginAlone(client, patienceMs)
    const applied = whole(client, () => bringUp(client, { path, folder, say }))
    client.pragma('foreign_keys = ON')
    const sound = client.pragma('quick_check', { simple: true })
    if (sound !== 'ok')
      throw new Error(`The database is damaged after migrating: ${sound}. Restore the backup beside it.`)
    return applied
  } finally {
    client.close()
  }
}

const isUpToDate = (client: Database.Database, folder: string) =>
  pending(client, folder).length === 0 && isSealed(client) && guardFaults(client).length === 0

/** All of it or none of it. */
function whole<Result>(client: Database.Database, work: () => Result): Result {
  try {
    const result = work()
    client.exec('commit')
    return result
  } catch (error) {
    if (client.inTransaction) client.exec('rollback')
    throw error
  }
}

type Where = { path: string; folder: string; say: (sentence: string) => void }

function bringUp(client: Database.Database, { path, folder, say }: Where): string[] {
  const todo = pending(client, folder)
  if (todo.length > 0 && !isEmpty(client)) {
    refuseWithoutRoom(path)
    backupFile(path, backupName(path))
  }
  if (todo.length > 0 && isSealed(client)) refuseStrangeRows(client)
  client.exec(
    'create table if not exists migrations (tag text primary key, sha256 text not null, applied_at integer not null) strict',
  )
  for (const migration of todo) applyOne(client, migration)
  applyGuards(client)
  const broken = client.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0)
    throw new Error(`Migrating would leave ${broken.length} rows pointing nowhere. Nothing was changed.`)
  if (isSealed(client)) tell(sealAll(client, todo.length > 0 ? undefined : neverSealed(client)), say)
  claim(client)
  return todo.map(({ tag }) => tag)
}

function applyOne(client: Database.Database, migration: Migration) {
  withoutLoss(client, migration)
  client
    .prepare('insert into migrations (tag, sha256, applied_at) values (?, ?, ?)')
    .run(migration.tag, migration.sha256, Date.now())
}

const isEmpty = (client: Database.Database) =>
  client.prepare(`select 1 from sqlite_master where type = 'table'`).get() === undefined

const neverSealed = (client: Database.Database) =>
  historyTables(client).filter((table) => !hasSeals(client, table))

const hasSeals = (client: Database.Database, { name }: HistoryTable) =>
  client.prepare('select 1 from row_hashes where table_name = ?').get(name) !== undefined

/** What something else wrote must not be sealed as if it were ours. */
function refuseStrangeRows(client: Database.Database) {
  for (const table of historyTables(client)) {
    if (hasSeals(client, table) && brokenSeals(client, table, 1).length > 0)
      throw new Error(
        `Something other than Wirearchy wrote to ${table.name}. Run "npx wirearchy verify", and decide about what it names, before migrating. Nothing was changed.`,
      )
  }
}

function tell({ rows, entries }: ReturnType<typeof sealAll>, say: (sentence: string) => void) {
  if (rows + entries > 0)
    say(`Sealed ${rows} rows of history and ${entries} ledger entries that had no seal yet.`)
}

function backupName(path: string) {
  const folder = join(dirname(path), 'backups')
  mkdirSync(folder, { recursive: true })
  return join(folder, `before-migration-${new Date().toISOString().replace(/[:.]/g, '-')}.db`)
}
