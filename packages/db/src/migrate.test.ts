import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, it } from 'vitest'
import { backup, restore, verify } from './backup.ts'
import { guardNames, packageRoot } from './guards.ts'
import { migrate } from './migrate.ts'
import { scratchFolder } from './testing.ts'

let folder: string
let url: string
let migrations: string
beforeEach(() => {
  folder = scratchFolder()
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

it('backs up, verifies and restores into place, keeping what was there beside it', () => {
  const copy = join(folder, 'copies', 'one.db')
  expect(backup(url, copy).people).toBe(1)
  const db = open()
  db.exec(`insert into people (id, no, display_name, created_at) values ('ben', 2, 'Ben', 0)`)
  db.close()
  expect(verify(url).people).toBe(2)
  expect(restore(copy, url).people).toBe(1)
  expect(count('people')).toBe(1)
  expect(readdirSync(folder)).toContain('data.db.before-restore')
})

it('refuses to restore under a running server, then restores even in place of a damaged file', () => {
  const copy = join(folder, 'one.db')
  backup(url, copy)
  const server = open()
  server.pragma('journal_mode = wal')
  server.exec(`insert into people (id, no, display_name, created_at) values ('ben', 2, 'Ben', 0)`)
  expect(() => restore(copy, url)).toThrow(/Stop the server/)
  expect(count('people')).toBe(2)
  server.close()
  writeFileSync(join(folder, 'data.db'), 'this is not a database any more')
  expect(restore(copy, url).people).toBe(1)
})

it('refuses to restore something that is not a sound backup, and changes nothing', () => {
  writeFileSync(join(folder, 'bad.db'), 'this is not a database, nor ever was one')
  expect(() => restore(join(folder, 'bad.db'), url)).toThrow(/Choose another copy/)
  expect(count('people')).toBe(1)
})
