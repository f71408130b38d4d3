import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'

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
  journal_size_limit: 67108864,
} as const

const OLDEST = [3, 51, 3] as const

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
  const client = new Database(path, { readonly, fileMustExist: mustExist })
  for (const [name, value] of Object.entries(SETTINGS)) {
    if (readonly && (name === 'journal_mode' || name === 'journal_size_limit')) continue
    client.pragma(`${name} = ${value}`)
    const back = client.pragma(name, { simple: true })
    if (back !== value) throw new Error(`SQLite would not take ${name} = ${value} (it says ${back}).`)
  }
  refuseOldSqlite(client)
  return client
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
