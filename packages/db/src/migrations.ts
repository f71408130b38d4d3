import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type Database from 'better-sqlite3'
import { packageRoot } from './guards.ts'

/** One step of the schema, as its file says it. */
export interface Migration {
  tag: string
  sql: string
  sha256: string
}

export const defaultFolder = () => join(packageRoot(), 'migrations/sqlite')

/** Every migration that this program knows, in order. */
const known = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { tag: basename(name, '.sql'), sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })

/** The migrations that a database has had, in order. */
export function appliedTags(client: Database.Database): Map<string, string> {
  if (!client.prepare(`select 1 from sqlite_master where name = 'migrations'`).get()) return new Map()
  const rows = client.prepare('select tag, sha256 from migrations order by tag').raw().all()
  return new Map(rows as [string, string][])
}

/**
 * The migrations that a database still lacks.
 * @throws when one was edited after it ran, or the database has had one that this program does not know
 */
export function pending(client: Database.Database, folder: string): Migration[] {
  const applied = appliedTags(client)
  const all = known(folder)
  refuseNewer(applied, all)
  return all.filter(({ tag, sha256 }) => {
    const then = applied.get(tag)
    if (then && then !== sha256)
      throw new Error(`Migration ${tag} was edited after it ran. Put it back as it was.`)
    return !then
  })
}

function refuseNewer(applied: Map<string, string>, all: Migration[]) {
  const ours = new Set(all.map(({ tag }) => tag))
  const newer = [...applied.keys()].filter((tag) => !ours.has(tag))
  if (newer.length > 0)
    throw new Error(
      `This database belongs to a newer version of Wirearchy: it has had ${newer.join(', ')}, which this one does not know. Start the newer version, or restore a backup made before it. Nothing was changed.`,
    )
}
