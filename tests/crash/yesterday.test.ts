import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { migrate, verify } from '@wirearchy/db'
import { bareSqlite } from '@wirearchy/db/testing'
import { beforeAll, expect, it } from 'vitest'
import { demoWorld } from './demo-world.ts'
import { folderFor } from './house.ts'
import { figure } from './sizes.ts'

const ours = join(
  dirname(createRequire(import.meta.url).resolve('@wirearchy/db/package.json')),
  'migrations/sqlite',
)
const files = readdirSync(ours)
  .filter((name) => name.endsWith('.sql'))
  .sort()
const folder = folderFor('yesterday')
const today = join(folder, 'today.db')

beforeAll(() => demoWorld(`file:${today}`), 300_000)

type Client = ReturnType<typeof bareSqlite>
const LEFT_OUT = new Set(['migrations', 'row_hashes', 'ledger_chain'])

const tablesOf = (client: Client) =>
  (
    client
      .prepare(
        `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
      )
      .pluck()
      .all() as string[]
  ).filter((name) => !LEFT_OUT.has(name))

const columnsOf = (client: Client, table: string, schema = 'main') =>
  client
    .prepare('select name from pragma_table_info(?, ?) order by cid')
    .pluck()
    .all(table, schema) as string[]

/** The demo's world in the schema as it was after the first so many migrations, without a guard. */
function worldAfter(count: number): string {
  const path = join(folder, `after-${count}.db`)
  const client = bareSqlite(path)
  client.pragma('foreign_keys = off')
  client.exec(
    'create table migrations (tag text primary key, sha256 text not null, applied_at integer not null) strict',
  )
  for (const file of files.slice(0, count)) {
    const text = readFileSync(join(ours, file), 'utf8')
    for (const statement of text.split('--> statement-breakpoint')) client.exec(statement)
    const sha256 = createHash('sha256').update(text).digest('hex')
    client.prepare('insert into migrations values (?, ?, 0)').run(basename(file, '.sql'), sha256)
  }
  client.prepare('attach ? as today').run(today)
  for (const table of tablesOf(client)) {
    const there = new Set(columnsOf(client, table, 'today'))
    const both = columnsOf(client, table).filter((name) => there.has(name))
    const list = both.map((name) => `"${name}"`).join(', ')
    if (both.length > 0)
      client.exec(`insert into main."${table}" (${list}) select ${list} from today."${table}"`)
  }
  client.close()
  return path
}

/** Every row of every table, in the columns that the older schema has. */
function contentsOf(path: string, columns: Map<string, string[]>) {
  const client = bareSqlite(path, { readonly: true })
  const contents = new Map<string, { rows: number; hash: string }>()
  for (const [table, names] of columns) {
    const list = names.map((name) => `"${name}"`).join(', ')
    const rows = client.prepare(`select ${list} from "${table}" order by ${list}`).raw().all()
    contents.set(table, {
      rows: rows.length,
      hash: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
    })
  }
  client.close()
  return contents
}

const isDeclared = (table: string) =>
  files.some((file) => new RegExp(`^-- rows ${table} `, 'm').test(readFileSync(join(ours, file), 'utf8')))

it.each(files.slice(0, -1).map((file, n) => [basename(file, '.sql'), n + 1] as const))(
  'takes a whole world from after %s to the newest schema, and leaves no row behind',
  { timeout: 300_000 },
  (tag, count) => {
    const path = worldAfter(count)
    const client = bareSqlite(path, { readonly: true })
    const columns = new Map(tablesOf(client).map((table) => [table, columnsOf(client, table)]))
    client.close()
    const before = contentsOf(path, columns)
    const applied = migrate(`file:${path}`)
    expect(applied).toEqual(files.slice(count).map((file) => basename(file, '.sql')))
    const after = contentsOf(path, columns)
    const changed = [...before.keys()].filter(
      (table) => !isDeclared(table) && before.get(table)?.hash !== after.get(table)?.hash,
    )
    expect(changed).toEqual([])
    verify(`file:${path}`)
    const rows = [...before.values()].reduce((sum, table) => sum + table.rows, 0)
    figure(
      'R19 yesterday’s world migrated',
      `after ${tag}: ${before.size} tables, ${rows} rows, all there; sound, guarded`,
    )
    expect(rows).toBeGreaterThan(1_000)
  },
)
