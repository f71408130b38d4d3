import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { backupsIn } from './backup.ts'
import { guardNames, packageRoot } from './guards.ts'
import { migrate } from './migrate.ts'
import { openStore } from './store.ts'
import { scratchFolder } from './testing.ts'
import { examine, verify } from './verify/index.ts'

const home = scratchFolder()
let folder: string
let url: string
let migrations: string
beforeEach(() => {
  folder = mkdtempSync(join(home, 'one-'))
  url = `file:${join(folder, 'data.db')}`
  migrations = join(folder, 'migrations')
  cpSync(join(packageRoot(), 'migrations/sqlite'), migrations, { recursive: true })
  migrate(url, { folder: migrations })
  const db = open()
  db.exec(`insert into people (id, no, display_name, created_at) values ('ana', 1, 'Ana', 0);
    insert into person_words (word, person_id) values ('ana', 'ana')`)
  db.close()
})

const open = () => new Database(join(folder, 'data.db'))
const later = (sql: string) => writeFileSync(join(migrations, '9000_later.sql'), sql)
const count = (table: string) => {
  const db = open()
  const n = db.prepare(`select count(*) from ${table}`).pluck().get()
  db.close()
  return n
}
const REBUILD = `create table new_people as select * from people;--> statement-breakpoint
drop table people;--> statement-breakpoint
create table people (id text primary key, no integer, display_name text, status text default 'active', merged_into_id text, anonymised_at integer, rev integer default 0, created_at integer) strict;--> statement-breakpoint
insert into people select * from new_people;--> statement-breakpoint
drop table new_people;`

it('makes every guard, and finds nothing to do the second time', () => {
  const db = open()
  const triggers = db.prepare(`select name from sqlite_master where type = 'trigger'`).pluck().all()
  expect(triggers.sort()).toEqual(guardNames().sort())
  expect(migrate(url, { folder: migrations })).toEqual([])
})

it('27. keeps every child row through a table rebuild, and puts every guard back', () => {
  later(REBUILD)
  expect(migrate(url, { folder: migrations })).toEqual(['9000_later'])
  expect([count('people'), count('person_words')]).toEqual([1, 1])
  expect(() => open().exec(`delete from people`)).toThrow(/is history/)
})

it('backs the database up first', () => {
  later('create table extra (id text primary key) strict;')
  migrate(url, { folder: migrations })
  const [copy] = readdirSync(join(folder, 'backups'))
  expect(
    new Database(join(folder, 'backups', copy as string))
      .prepare('select count(*) from people')
      .pluck()
      .get(),
  ).toBe(1)
})

it('refuses to lose a row that the migration did not say it would, and changes nothing', () => {
  later('create table extra (id text primary key) strict;--> statement-breakpoint\ndelete from person_words;')
  expect(() => migrate(url, { folder: migrations })).toThrow(/person_words from 1 rows to 0/)
  expect(count('person_words')).toBe(1)
  expect(() => count('extra')).toThrow(/no such table/)
})

it('accepts a loss that the migration declares', () => {
  later('-- rows person_words -1\ndelete from person_words;')
  expect(migrate(url, { folder: migrations })).toEqual(['9000_later'])
})

it('refuses to leave rows pointing nowhere', () => {
  later(`insert into person_words values ('ghost', 'nobody');\n-- rows person_words +1`)
  expect(() => migrate(url, { folder: migrations })).toThrow(/pointing nowhere/)
  expect(count('person_words')).toBe(1)
})

it('refuses a migration that was edited after it ran', () => {
  writeFileSync(join(migrations, '0000_start.sql'), 'select 1;')
  expect(() => migrate(url, { folder: migrations })).toThrow(/edited after it ran/)
})

const seal = (rows: string) => {
  const store = openStore(url)
  return store.tx((tx) => tx.exec(sql.raw(rows))).finally(() => store.close())
}
const ben = `insert into people (id, no, display_name, created_at) values ('ben', 2, 'Ben', 0)`

it('seals the history of a database from before there were seals, and says so', () => {
  const old = join(folder, 'old.db')
  const db = new Database(old)
  const start = readFileSync(join(migrations, '0000_start.sql'), 'utf8')
  db.exec(start.replaceAll('--> statement-breakpoint', ''))
  db.exec('create table migrations (tag text primary key, sha256 text not null, applied_at integer not null)')
  const sha256 = createHash('sha256').update(start).digest('hex')
  db.prepare('insert into migrations values (?, ?, 0)').run('0000_start', sha256)
  db.exec(`${ben}; insert into ledger (seq, id, type, happened_on, recorded_at, actor_kind, refs)
    values (1, 'l', 'person.made', '2025-01-01', 0, 'system', '{"person":"ben"}');
    insert into counters values ('people', 2), ('ledger', 1)`)
  db.close()
  const said: string[] = []
  migrate(`file:${old}`, { folder: migrations, say: (sentence) => said.push(sentence) })
  expect(said).toEqual(['Sealed 1 rows of history and 1 ledger entries that had no seal yet.'])
  expect(verify(`file:${old}`).people).toBe(1)
})

it('keeps the seals of history through a table rebuild and through a new column', async () => {
  const db = open()
  db.exec(`delete from person_words; insert into counters values ('people', 2)`)
  db.close()
  await seal(`update people set display_name = 'Anna' where id = 'ana'`)
  later(`${REBUILD}--> statement-breakpoint\nalter table people add nickname text default 'Nan' not null;`)
  migrate(url, { folder: migrations })
  const { findings } = examine(url)
  expect(findings.filter(({ check }) => check === 'seals')).toEqual([])
})

it('refuses to write other facts into history, unless it declares that', async () => {
  await seal(ben)
  const change = `update people set display_name = 'Benedict' where id = 'ben'`
  await seal(`update people set display_name = 'Anna' where id = 'ana'`)
  later(`${change};`)
  expect(() => migrate(url, { folder: migrations })).toThrow(/change 1 rows of people without saying so/)
  later(`-- changes people\n${change};`)
  expect(migrate(url, { folder: migrations })).toEqual(['9000_later'])
})

it('refuses to drop a history table, to take its rows or to lose a column, whatever it declares', () => {
  later('-- rows pauses +0\ndrop table pauses;')
  expect(() => migrate(url, { folder: migrations })).toThrow(/drop pauses, which is history/)
  later('-- rows people -1\ndrop trigger people_never_deleted; delete from people;')
  expect(() => migrate(url, { folder: migrations })).toThrow(/take 1 rows of history from people/)
  later('alter table profiles drop column pronouns;')
  expect(() => migrate(url, { folder: migrations })).toThrow(/lose the column profiles.pronouns/)
  later('-- drops profiles.pronouns\nalter table profiles drop column pronouns;')
  expect(migrate(url, { folder: migrations })).toEqual(['9000_later'])
})

it('refuses to seal what something else wrote, and puts guards back without asking', async () => {
  await seal(ben)
  const db = open()
  db.exec(`drop trigger people_never_deleted; update people set display_name = 'Mallory' where id = 'ben'`)
  db.close()
  expect(migrate(url, { folder: migrations })).toEqual([])
  expect(() => open().exec('delete from people')).toThrow(/is history/)
  later('create table extra (id text primary key) strict;')
  expect(() => migrate(url, { folder: migrations })).toThrow(/Something other than Wirearchy wrote to people/)
})

it('refuses a database of a newer version, and one that is not ours', () => {
  later('create table extra (id text primary key) strict;')
  migrate(url, { folder: migrations })
  expect(() => migrate(url)).toThrow(/newer version of Wirearchy: it has had 9000_later/)
  const other = new Database(join(folder, 'other.db'))
  other.pragma('application_id = 7')
  other.exec('create table theirs (id)')
  other.close()
  expect(() => migrate(`file:${join(folder, 'other.db')}`)).toThrow(/not one of Wirearchy/)
})

it('marks the file as ours, and says how many migrations it has had', () => {
  const db = open()
  const had = db.prepare('select count(*) from migrations').pluck().get()
  expect([
    db.pragma('application_id', { simple: true }),
    db.pragma('user_version', { simple: true }),
  ]).toEqual([0x57495245, had])
  db.close()
})

it('waits for another process that migrates, and gives up with a sentence', () => {
  later('create table extra (id text primary key) strict;')
  const other = open()
  other.exec('begin immediate')
  expect(() => migrate(url, { folder: migrations, patienceMs: 50 })).toThrow(
    /Another process holds the database/,
  )
  other.exec('rollback')
  other.close()
  expect(migrate(url, { folder: migrations, patienceMs: 50 })).toEqual(['9000_later'])
})

it('takes the backup of what it migrates, not of what was there a moment before', () => {
  later('create table extra (id text primary key) strict;')
  migrate(url, { folder: migrations })
  const [copy] = backupsIn(join(folder, 'backups'))
  expect(copy?.manifest).toMatchObject({ rows: { people: 1, person_words: 1 } })
})

it('refuses to begin where there is no room for its backup and its work', ({ skip }) => {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk], { stdio: 'pipe' })
  } catch {
    return skip('only root may mount a small disk')
  }
  try {
    copyFileSync(join(folder, 'data.db'), join(disk, 'data.db'))
    later('create table extra (id text primary key) strict;')
    const there = { folder: migrations }
    expect(() => migrate(`file:${join(disk, 'data.db')}`, there)).toThrow(
      /Migrating needs \d+ MB free.*Make room/,
    )
    expect(readdirSync(disk)).not.toContain('backups')
  } finally {
    execFileSync('umount', ['-l', disk])
  }
})
