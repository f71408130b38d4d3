import {
  closeSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { migrate, verify } from '@wirearchy/db'
import { bareSqlite } from '@wirearchy/db/testing'
import { expect, it } from 'vitest'
import { folderFor, houseWith } from './house.ts'
import { ended, killed, start } from './program.ts'
import { dice, figure, size } from './sizes.ts'

const KILLS = size('MIGRATION_KILLS', 10)
const LETTERS = size('LETTERS', 3_000)
const ours = join(
  dirname(createRequire(import.meta.url).resolve('@wirearchy/db/package.json')),
  'migrations/sqlite',
)

/** A table rebuilt as the generator does it, a table that is new, and every row of one rewritten. */
const LATER = `create table mails_new ("id" text primary key not null, "to" text not null, "kind" text not null, "person_id" text,
  "subject" text not null, "text" text not null, "created_at" integer not null, "sent_at" integer, "dropped_at" integer, "line" text, "href" text,
  "calendar" text, "about_person_id" text, "held_at" integer, "bundled_in" text, "read_at" integer) strict;
--> statement-breakpoint
insert into mails_new select m.*, null from mails m;
--> statement-breakpoint
drop table mails;
--> statement-breakpoint
alter table mails_new rename to mails;
--> statement-breakpoint
create index mails_created on mails (created_at);
--> statement-breakpoint
create table later (id text primary key, letters integer not null) strict;
--> statement-breakpoint
update mails set read_at = created_at + 1;`

/** What a database is, apart from what it says: its schema in words, and its rows by table. */
function shapeOf(path: string) {
  const client = bareSqlite(path)
  try {
    expect(client.pragma('integrity_check', { simple: true })).toBe('ok')
    const schema = client.prepare('select type, name, sql from sqlite_master order by type, name').raw().all()
    const tables = client
      .prepare(`select name from sqlite_master where type = 'table'`)
      .pluck()
      .all() as string[]
    const count = (table: string) => client.prepare(`select count(*) from "${table}"`).pluck().get()
    const rows = Object.fromEntries(tables.map((table) => [table, count(table)]))
    const letters = client
      .prepare(`select count(*), sum(length("text")), min(id), max(id) from mails`)
      .raw()
      .get()
    return { schema: JSON.stringify(schema), rows: JSON.stringify(rows), letters: JSON.stringify(letters) }
  } finally {
    client.close()
  }
}

/** A house with letters in it, and the folder of migrations that it has yet to go through. */
async function yesterday() {
  const folder = folderFor('migration')
  const path = join(folder, 'old.db')
  await houseWith(100, `file:${path}`)
  const client = bareSqlite(path)
  const add = client.prepare(
    `insert into mails (id, "to", kind, subject, "text", created_at) values (?, 'a@example.com', 'x', 'x', ?, ?)`,
  )
  client.transaction(() => {
    for (let n = 0; n < LETTERS; n += 1) add.run(`letter-${n}`, 'Dear reader. '.repeat(40), n)
  })()
  client.close()
  const later = join(folder, 'migrations')
  cpSync(ours, later, { recursive: true })
  writeFileSync(join(later, '9000_later.sql'), LATER)
  return { folder, path, later }
}

it(`leaves the old schema or the new one and every row, a migration killed ${KILLS} times half-way`, {
  timeout: 120_000 + KILLS * 10_000,
}, async () => {
  const { folder, path, later } = await yesterday()
  const scene = join(folder, 'scene')
  const data = join(scene, 'data.db')
  const said = join(folder, 'said')

  /** Lets a fresh copy be migrated in a process of its own, which `until` may end. @returns how long it took in ms */
  async function run(until?: number) {
    rmSync(scene, { recursive: true, force: true })
    mkdirSync(scene)
    copyFileSync(path, data)
    writeFileSync(said, '')
    const out = openSync(said, 'a')
    const migrating = start('migrator', { url: `file:${data}`, folder: later }, { out })
    while (!readFileSync(said, 'utf8').startsWith('begin') && migrating.exitCode === null) await wait(1)
    const began = performance.now()
    if (until === undefined) expect(await ended(migrating)).toBe(0)
    else {
      await Promise.race([wait(until), ended(migrating)])
      await killed(migrating)
    }
    closeSync(out)
    return performance.now() - began
  }

  const old = shapeOf(path)
  const whole = await run()
  const fresh = shapeOf(data)
  const { below } = dice()
  const found = { old: 0, new: 0 }
  let reach = whole * 1.3
  for (let kill = 0; kill < KILLS; kill += 1) {
    await run(below(Math.ceil(reach)))
    const now = shapeOf(data)
    const isOld = now.schema === old.schema
    found[isOld ? 'old' : 'new'] += 1
    // Closer to the moment that decides, however loaded the machine is.
    reach *= isOld ? 1.05 : 0.9
    expect(now, `after kill ${kill}`).toEqual(isOld ? old : fresh)
    if (!isOld) continue
    expect(migrate(`file:${data}`, { folder: later })).toEqual(['9000_later'])
    expect(shapeOf(data)).toEqual(fresh)
  }
  verify(`file:${data}`)
  figure(
    'R18 migration killed half-way',
    `${KILLS} kills within ${Math.round(whole)} ms: ${found.old} wholly old, ${found.new} wholly new, 0 between, 0 rows lost`,
  )
  expect(found.old).toBeGreaterThan(0)
})
