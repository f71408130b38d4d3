import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { applyGuards, packageRoot } from './guards.ts'
import { connect, sqlitePath } from './settings.sqlite.ts'

interface Migration {
  tag: string
  sql: string
  sha256: string
}

/** `-- rows people -2` in a migration's text declares that it means to change a table's row count. */
const DECLARED = /^-- rows (\w+) ([+-]\d+)$/gm

/**
 * Brings a database to the newest schema, or leaves it exactly as it was. In order: backup, foreign keys
 * off (inside drizzle's own migrator that switch does nothing and child rows are lost), one transaction
 * with row counts before and after, guards made anew, foreign_key_check, commit, quick_check.
 * @returns the tags applied, empty when the database was up to date
 * @throws when a migration would lose rows it did not declare, breaks a foreign key, or was edited after it ran
 */
export function migrate(url: string, { root = process.cwd(), folder = defaultFolder() } = {}): string[] {
  const path = sqlitePath(url, root)
  const isNew = !existsSync(path)
  const client = connect(path, { mustExist: false })
  try {
    if (pending(client, folder).length === 0 && !isNew) {
      guardOnly(client)
      return []
    }
    if (!isNew) backupFirst(client, path)
    client.pragma('foreign_keys = OFF')
    const applied = client.transaction(() => applyAll(client, folder)).immediate()
    client.pragma('foreign_keys = ON')
    const sound = client.pragma('quick_check', { simple: true })
    if (sound !== 'ok')
      throw new Error(`The database is damaged after migrating: ${sound}. Restore the backup beside it.`)
    return applied
  } finally {
    client.close()
  }
}

const defaultFolder = () => join(packageRoot(), 'migrations/sqlite')

function guardOnly(client: Database.Database) {
  client.transaction(() => applyGuards(client)).immediate()
}

function applyAll(client: Database.Database, folder: string) {
  client.exec(
    'create table if not exists migrations (tag text primary key, sha256 text not null, applied_at integer not null) strict',
  )
  const todo = pending(client, folder)
  for (const migration of todo) applyOne(client, migration)
  applyGuards(client)
  const broken = client.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0)
    throw new Error(`Migrating would leave ${broken.length} rows pointing nowhere. Nothing was changed.`)
  return todo.map(({ tag }) => tag)
}

function applyOne(client: Database.Database, { tag, sql, sha256 }: Migration) {
  const before = rowCounts(client)
  for (const statement of sql.split('--> statement-breakpoint')) if (statement.trim()) client.exec(statement)
  refuseLoss(tag, sql, before, rowCounts(client))
  client
    .prepare('insert into migrations (tag, sha256, applied_at) values (?, ?, ?)')
    .run(tag, sha256, Date.now())
}

function refuseLoss(tag: string, sql: string, before: Map<string, number>, after: Map<string, number>) {
  const declared = new Map([...sql.matchAll(DECLARED)].map((match) => [match[1] as string, Number(match[2])]))
  for (const [name, rows] of before) {
    const now = after.get(name) ?? 0
    if (now !== rows + (declared.get(name) ?? 0))
      throw new Error(
        `Migration ${tag} would change ${name} from ${rows} rows to ${now} without saying so. Nothing was changed.`,
      )
  }
}

function rowCounts(client: Database.Database) {
  const names = client
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'migrations'`,
    )
    .pluck()
    .all() as string[]
  return new Map(
    names.map((name) => [name, client.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
  )
}

function pending(client: Database.Database, folder: string): Migration[] {
  const known = client.prepare(`select 1 from sqlite_master where name = 'migrations'`).get()
    ? new Map(client.prepare('select tag, sha256 from migrations').raw().all() as [string, string][])
    : new Map<string, string>()
  return read(folder).filter(({ tag, sha256 }) => {
    const applied = known.get(tag)
    if (applied && applied !== sha256)
      throw new Error(`Migration ${tag} was edited after it ran. Put it back as it was.`)
    return !applied
  })
}

const read = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { tag: basename(name, '.sql'), sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })

function backupFirst(client: Database.Database, path: string) {
  const folder = join(dirname(path), 'backups')
  mkdirSync(folder, { recursive: true })
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  client.prepare('vacuum into ?').run(join(folder, `before-migration-${stamp}.db`))
}
