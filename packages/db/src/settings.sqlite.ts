import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'

/** What a connection keeps of the file: with SQLite's own 2 MB the indexes are read again and again in an import. */
const CACHE_KIB = 16_384

/** FULL, not better-sqlite3's NORMAL: NORMAL loses acknowledged commits at a power cut. */
const SETTINGS = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  trusted_schema: 0,
  secure_delete: 1,
  cell_size_check: 1,
  temp_store: 2,
  cache_size: -CACHE_KIB,
  journal_size_limit: 67108864,
} as const

const OLDEST = [3, 51, 3] as const

/** 'WIRE': marks a file as ours, for `file` and for us. */
const APPLICATION_ID = 0x57495245

/** Marks a database as ours; its user_version says how many migrations it has had. */
export function claim(client: Database.Database) {
  const count = client.prepare('select count(*) from migrations').pluck().get()
  client.pragma(`application_id = ${APPLICATION_ID}`)
  client.pragma(`user_version = ${count}`)
}

/** A database from before it was marked, or an empty one, bears no mark. */
function refuseForeign(client: Database.Database, path: string) {
  const mark = client.pragma('application_id', { simple: true })
  if (mark !== APPLICATION_ID && mark !== 0)
    throw new Error(
      `${path} is a database, but not one of Wirearchy. Set DATABASE_URL to ours, or to a new file.`,
    )
}

/** The file behind `file:…`, absolute. */
export const sqlitePath = (url: string, root: string) => resolve(root, url.slice('file:'.length))

/**
 * Opens one connection with our settings and reads every one of them back.
 * @throws when a setting did not take, or SQLite is older than the release that fixed the WAL-reset bug
 */
export function connect(
  path: string,
  options: { readonly?: boolean; mustExist?: boolean } = {},
): Database.Database {
  const readonly = options.readonly ?? false
  const mustExist = options.mustExist ?? readonly
  if (!mustExist) mkdirSync(dirname(path), { recursive: true })
  if (mustExist && !existsSync(path))
    throw new Error(`There is no database at ${path}. Run "npx wirearchy migrate" first.`)
  let client: Database.Database | null = null
  try {
    client = new Database(path, { readonly, fileMustExist: mustExist })
    refuseOldSqlite(client)
    refuseForeign(client, path)
    for (const [name, value] of Object.entries(SETTINGS)) set(client, name, value, readonly)
    return client
  } catch (error) {
    client?.close()
    throw plain(error, path)
  }
}

/** Settings of an open connection that read back otherwise than they must, in sentences. */
export const settingFaults = (client: Database.Database): string[] =>
  Object.entries(SETTINGS).flatMap(([name, value]) => {
    const back = client.pragma(name, { simple: true })
    if (back === value) return []
    return `The setting ${name} is ${back} and must be ${value}. Start Wirearchy once: it puts it right or says why it cannot.`
  })

/** @throws when any setting of an open connection reads back otherwise than it must */
export function assertSettings(client: Database.Database) {
  const [fault] = settingFaults(client)
  if (fault) throw new Error(fault)
}

/** A reading connection cannot choose the journal, and reads a copy that has none as well. */
function set(client: Database.Database, name: string, value: string | number, readonly: boolean) {
  if (readonly && name === 'journal_mode') return
  client.pragma(`${name} = ${value}`)
  const back = client.pragma(name, { simple: true })
  if (back !== value)
    throw new Error(
      `SQLite would not take ${name} = ${value} (it says ${back}). Keep the database on a local disk, not on a network share.`,
    )
}

const PLAIN: Record<string, string> = {
  SQLITE_NOTADB:
    'is not a database, or is damaged from its first page on. Restore a backup: "npx wirearchy restore FILE".',
  SQLITE_CORRUPT: 'is damaged. Restore a backup: "npx wirearchy restore FILE".',
  SQLITE_CANTOPEN: 'cannot be opened. Check that this user may read and write the file and its folder.',
  SQLITE_READONLY:
    'cannot be written. Check that the disk is not read-only and that this user may write the file.',
  SQLITE_BUSY: 'is held by another process, perhaps by a restore. Wait until it is done, then start again.',
  SQLITE_FULL: 'cannot be opened for writing: the disk is full. Make room, then start again.',
}

/** SQLite's own words, in words that say what to do. */
function plain(error: unknown, path: string) {
  const { code = '' } = error as { code?: string }
  const known = Object.keys(PLAIN).find((name) => code.startsWith(name))
  return known ? new Error(`${path} ${PLAIN[known]} (${code})`, { cause: error }) : error
}

function refuseOldSqlite(client: Database.Database) {
  const version = String(client.prepare('select sqlite_version()').pluck().get())
  const parts = version.split('.').map(Number)
  const older = OLDEST.findIndex((n, i) => (parts[i] ?? 0) !== n)
  if (older >= 0 && (parts[older] ?? 0) < (OLDEST[older] ?? 0))
    throw new Error(
      `SQLite ${version} can lose committed writes. Use 3.51.3 or newer (better-sqlite3 12.8 or newer).`,
    )
}
