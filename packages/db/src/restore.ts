import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { type Erased, erasedSince } from './erased-since.ts'
import { keep } from './files.ts'
import { assertAsMade, readManifest } from './manifest.ts'
import { migrate } from './migrate.ts'
import { connect, sqlitePath } from './settings.sqlite.ts'
import { type Examination, examine } from './verify/index.ts'

export interface RestoreOptions {
  root?: string
  /**
   * Erases again, in the database at `url`, whom the backup still knows and the replaced database had erased.
   * It runs before anybody can open the restored database.
   */
  eraseAgain: (url: string, people: Erased[]) => Promise<void>
  /** The folder with the journal of erasures. */
  journal?: string
  say?: (sentence: string) => void
}

/**
 * Puts a backup in place of the database, checked wholly: its manifest byte by byte, every page, guard, seal and law.
 * Who was erased after the backup was made is erased again. What was there is kept beside it, named
 * `.before-restore`. At every moment there is one whole database under the name. Stop the server first.
 * @throws when the backup is not sound, or somebody has the database open; then nothing is changed
 */
export async function restore(source: string, url: string, options: RestoreOptions): Promise<Examination> {
  const { root = process.cwd(), eraseAgain, journal = null, say = () => {} } = options
  if (!existsSync(source)) throw new Error(`There is no backup at ${source}.`)
  const manifest = readManifest(source)
  assertAsMade(source, manifest)
  const path = sqlitePath(url, root)
  const held = holdAlone(path)
  const fresh = `${path}.restoring`
  try {
    const found = await checkedCopy(source, fresh, say)
    const erased = erasedSince({ replaced: held, fresh, journal }, say)
    if (erased.length > 0) await eraseAgain(`file:${fresh}`, erased)
    swap(fresh, path)
    return found
  } finally {
    held?.close()
    for (const ending of ['', '-wal', '-shm']) rmSync(fresh + ending, { force: true })
  }
}

/** A copy of the backup, brought up to date and examined. */
async function checkedCopy(source: string, fresh: string, say: (sentence: string) => void) {
  for (const ending of ['', '-wal', '-shm']) rmSync(fresh + ending, { force: true })
  copyFileSync(source, fresh)
  migrate(`file:${fresh}`, { say })
  const found = examine(`file:${fresh}`)
  const [first] = found.findings
  if (first)
    throw new Error(`The backup is not sound: ${first.sentence}\nChoose another copy; nothing was changed.`)
  return found
}

/**
 * Takes the database that is replaced for oneself until it is closed: leaving WAL asks for that, and nobody can open
 * it meanwhile. A present file that is damaged is no obstacle.
 * @returns null when there is no file
 */
function holdAlone(path: string): Database.Database | null {
  if (!existsSync(path)) return null
  const client = new Database(path, { timeout: 0 })
  try {
    client.pragma('journal_mode = delete')
    client.exec('begin exclusive')
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') {
      client.close()
      throw new Error('The database is in use. Stop the server, then restore; nothing has been changed.')
    }
  }
  return client
}

function swap(fresh: string, path: string) {
  intoOneFile(fresh)
  keep(fresh)
  if (existsSync(path)) {
    const aside = asideName(path)
    link(path, aside)
    for (const ending of ['-wal', '-shm'])
      if (existsSync(path + ending)) renameSync(path + ending, aside + ending)
  }
  renameSync(fresh, path)
  keep(dirname(path))
}

/** A second name for the same file; where a disk knows no such thing, a copy. */
function link(path: string, aside: string) {
  try {
    linkSync(path, aside)
  } catch {
    copyFileSync(path, aside)
  }
}

/** Everything that still stands in the log beside a file goes into it. */
function intoOneFile(path: string) {
  const client = connect(path, { mustExist: true })
  client.pragma('wal_checkpoint(truncate)')
  client.close()
}

/** A name that no earlier restore has taken. */
function asideName(path: string) {
  const taken = (name: string) => existsSync(name) || existsSync(`${name}-wal`)
  let name = `${path}.before-restore`
  for (let n = 2; taken(name); n += 1) name = `${path}.before-restore-${n}`
  return name
}
