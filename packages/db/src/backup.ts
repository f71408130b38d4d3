import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { guardNames } from './guards.ts'
import { connect, sqlitePath } from './settings.sqlite.ts'

/**
 * Writes a whole, consistent copy of the database to a new file, while others read and write.
 * Makes the file's folder when it is not there.
 * @returns what the copy holds
 * @throws when the target exists, or the copy is not sound
 */
export function backup(url: string, target: string, root = process.cwd()) {
  if (existsSync(target)) throw new Error(`${target} already exists. Choose a new file name.`)
  const client = connect(sqlitePath(url, root), { readonly: true })
  mkdirSync(dirname(target), { recursive: true })
  try {
    client.prepare('vacuum into ?').run(target)
  } finally {
    client.close()
  }
  return inspect(target)
}

/**
 * Puts a backup in place of the database, after checking it. The present files are kept beside it,
 * named `.before-restore`. Stop the server first.
 * @throws when the backup is not sound, or somebody has the database open; then nothing is changed
 */
export function restore(source: string, url: string, root = process.cwd()) {
  if (!existsSync(source)) throw new Error(`There is no backup at ${source}.`)
  inspect(source)
  const path = sqlitePath(url, root)
  refuseWhileOpen(path)
  const fresh = `${path}.restoring`
  rmSync(fresh, { force: true })
  const copy = new Database(source, { readonly: true, fileMustExist: true })
  copy.prepare('vacuum into ?').run(fresh)
  copy.close()
  const found = inspect(fresh)
  for (const ending of ['', '-wal', '-shm'])
    if (existsSync(path + ending)) renameSync(path + ending, `${path}.before-restore${ending}`)
  renameSync(fresh, path)
  return found
}

/** Leaving WAL asks for the file alone. A present file that is damaged, or none at all, is no obstacle. */
function refuseWhileOpen(path: string) {
  if (!existsSync(path)) return
  const client = new Database(path, { timeout: 0 })
  try {
    client.pragma('journal_mode = delete')
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY')
      throw new Error('The database is in use. Stop the server, then restore; nothing has been changed.')
  } finally {
    client.close()
  }
}

/** Checks the live file: integrity, foreign keys, guards. Says how many rows each table holds. */
export function verify(url: string, root = process.cwd()) {
  return inspect(sqlitePath(url, root))
}

/** What SQLite finds wrong with a file; null when it is sound. */
function faultIn(client: Database.Database): string | null {
  try {
    const found = String(client.pragma('integrity_check', { simple: true }))
    return found === 'ok' ? null : found
  } catch (error) {
    return (error as Error).message
  }
}

function inspect(path: string) {
  const client = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const fault = faultIn(client)
    if (fault) throw new Error(`${path} is damaged (${fault}). Choose another copy.`)
    if ((client.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Error(`${path} has rows pointing nowhere.`)
    const triggers = new Set(
      client.prepare(`select name from sqlite_master where type = 'trigger'`).pluck().all(),
    )
    const missing = guardNames().filter((name) => !triggers.has(name))
    if (missing.length > 0) throw new Error(`${path} lacks its guards: ${missing.join(', ')}.`)
    return rowsByTable(client)
  } finally {
    client.close()
  }
}

function rowsByTable(client: Database.Database): Record<string, number> {
  const tables = client.prepare(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
  )
  return Object.fromEntries(
    (tables.pluck().all() as string[]).map((name) => [
      name,
      client.prepare(`select count(*) from "${name}"`).pluck().get() as number,
    ]),
  )
}
