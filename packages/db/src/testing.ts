import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrate } from './migrate.ts'
import { openStore, type Store } from './store.ts'

const SHARED_MEMORY = '/dev/shm'
const ROOM = 256 * 1024 * 1024
const OURS = 'wirearchy-test-'

/** A folder for scratch databases: in memory where there is room, so that a commit's fsync costs nothing. */
export function scratchFolder(): string {
  const roomy = existsSync(SHARED_MEMORY) && room(SHARED_MEMORY) > ROOM
  const parent = roomy ? SHARED_MEMORY : tmpdir()
  tidyAfterTheDead(parent)
  const folder = mkdtempSync(join(parent, `${OURS}${process.pid}-`))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A test runner may end its processes before they can tidy up; whoever comes next does it for them. */
function tidyAfterTheDead(parent: string) {
  for (const name of readdirSync(parent)) {
    const [, pid] = /^wirearchy-test-(\d+)-/.exec(name) ?? []
    if (pid && !isAlive(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

const room = (folder: string) => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

let folder: string | undefined
let count = 0

/** The address of a fresh migrated database file, copied from one made once per process. */
export function testDbUrl(): string {
  if (!folder) {
    folder = scratchFolder()
    migrate(`file:${join(folder, 'template.db')}`)
  }
  count += 1
  const path = join(folder, `${process.pid}-${count}.db`)
  copyFileSync(join(folder, 'template.db'), path)
  return `file:${path}`
}

/** A store of one test's own, on a real file. Close it when done; its files go then. */
export function testDb(): Store {
  const url = testDbUrl()
  const store = openStore(url)
  return {
    ...store,
    async close() {
      await store.close()
      for (const ending of ['', '-wal', '-shm']) rmSync(url.slice('file:'.length) + ending, { force: true })
    },
  }
}

/** A bare connection, without our settings: for drills that damage a file, count in it or copy from it. */
export const bareSqlite = (path: string, options?: Database.Options) => new Database(path, options)

/**
 * From here on every connection of this process says that it syncs each commit, and syncs at checkpoints alone
 * (SQLite's NORMAL): a drill that cuts the power must notice.
 */
export function syncCheckpointsOnly() {
  const { pragma } = Database.prototype
  Database.prototype.pragma = function forgetful(this: Database.Database, text, options) {
    if (text === 'synchronous') return 2
    return pragma.call(this, text === 'synchronous = 2' ? 'synchronous = 1' : text, options)
  }
}

/** Every text of SQL that any connection of this process runs from now on, each once. */
export function statementsFromNow(): ReadonlySet<string> {
  const texts = new Set<string>()
  const { prototype } = Database
  const { prepare, exec } = prototype
  prototype.prepare = function (this: Database.Database, text: string) {
    texts.add(text)
    return prepare.call(this, text)
  } as typeof prepare
  prototype.exec = function (this: Database.Database, text: string) {
    texts.add(text)
    return exec.call(this, text)
  }
  return texts
}
