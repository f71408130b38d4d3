import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { testDbUrl } from '../testing.ts'
import { examine, verify } from './index.ts'

let url: string
let store: Store
beforeEach(async () => {
  url = testDbUrl()
  store = openStore(url)
  await person('ana', 1)
  await person('ben', 2)
})
afterEach(async () => {
  await store.close()
  rmSync(url.slice(5), { force: true })
})

const run = (...statements: string[]) =>
  store.tx(async (tx) => {
    for (const statement of statements) await tx.exec(sql.raw(statement))
  })

const entry = (seq: number, refs = '{}') =>
  `insert into ledger (seq, id, type, happened_on, recorded_at, actor_kind, refs, after)
    values (${seq}, 'l${seq}', 'test.act', '2025-01-01', 0, 'system', '${refs}', '{"name":"Eve ${seq}"}')`

const counter = (name: string, value: number) =>
  `insert into counters values ('${name}', ${value}) on conflict do update set value = excluded.value`

const person = (id: string, no: number) =>
  run(
    `insert into people (id, no, display_name, created_at) values ('${id}', ${no}, '${id}', 0)`,
    counter('people', no),
    entry(no, `{"person":"${id}"}`),
    counter('ledger', no),
  )

/** Somebody with another program and every right: the guards in the way are dropped and put back. */
function byHand(statement: string) {
  const hand = new Database(url.slice(5))
  const guards = hand.prepare(`select name, sql from sqlite_master where type = 'trigger'`).all()
  hand.pragma('foreign_keys = off')
  for (const { name } of guards as { name: string }[]) hand.exec(`drop trigger "${name}"`)
  hand.exec(statement)
  for (const guard of guards as { sql: string }[]) hand.exec(guard.sql)
  hand.close()
}

const found = () => examine(url).findings.map(({ sentence }) => sentence)

it('finds nothing in what the product wrote, and says what there is', () => {
  expect(examine(url)).toMatchObject({ findings: [], rows: { people: 2, ledger: 2 }, ledger: { head: 2 } })
})

it('keeps the seal of a row that the product changes, and none of what it took back', async () => {
  await run(`update people set display_name = 'Anna' where id = 'ana'`)
  const failing = store.tx(async (tx) => {
    await tx.exec(sql`update people set display_name = 'Nobody'`)
    throw new Error('changed my mind')
  })
  await Promise.allSettled([failing, run(`update people set display_name = 'Benno' where id = 'ben'`)])
  expect(found()).toEqual([])
})

it('names a row of history that another program changed', () => {
  byHand(`update people set display_name = 'Mallory' where id = 'ana'`)
  expect(found()).toEqual([expect.stringMatching(/^Row ana of people was changed.*npx wirearchy seal/)])
})

it('names a row that another program added', () => {
  byHand(`insert into pauses (id, person_id, started_on) values ('p', 'ana', '2025-01-01')`)
  expect(found()).toEqual([
    expect.stringMatching(/^Row p of pauses was added/),
    expect.stringMatching(/^Row p of pauses is named by no entry/),
  ])
})

it('names a row that another program took away', () => {
  byHand(`delete from people where id = 'ben'`)
  expect(found()).toEqual([expect.stringMatching(/^Row ben of people is gone/)])
})

it('lets nobody seal by hand what they changed by hand', () => {
  const hand = new Database(url.slice(5))
  expect(() => hand.exec(`delete from row_hashes`)).toThrow(/stays with its row/)
  expect(() => hand.exec(`update ledger_chain set hash = 'x'`)).toThrow(/append-only/)
  expect(() => hand.exec(`delete from ledger_chain`)).toThrow(/never shortened/)
  hand.close()
})

it('finds a guard that is missing, rewritten or strange', () => {
  const hand = new Database(url.slice(5))
  hand.exec(`drop trigger people_never_deleted; drop trigger ledger_append_only;
    create trigger ledger_append_only before update on ledger begin select 1; end;
    create trigger mine before update on people begin select 1; end`)
  hand.close()
  expect(found().sort()).toEqual([
    expect.stringMatching(/ledger_append_only says something else/),
    expect.stringMatching(/mine is none of ours/),
    expect.stringMatching(/people_never_deleted is not there/),
  ])
})

it('finds an entry whose facts were changed, and every one whose details were', () => {
  byHand(`update ledger set type = 'other.act' where seq = 1; update ledger set after = '{}' where seq = 2`)
  expect(found()).toEqual([
    expect.stringMatching(/^Entry 1 of the ledger says something else/),
    expect.stringMatching(/^Entry 2 of the ledger tells other details/),
  ])
})

it('finds an entry that was taken away, in the middle or at the end', async () => {
  await run(entry(3), counter('ledger', 3))
  byHand('delete from ledger where seq = 2')
  expect(found().join('\n')).toMatch(/Entry 3 of the ledger follows 1: the ones between are gone/)
  byHand('delete from ledger where seq = 3')
  expect(found().join('\n')).toMatch(/The ledger ends at 1, its counter at 3 and its chain at 3/)
})

it('finds an entry that was slipped in under a chain made to fit', async () => {
  byHand(`insert into ledger (seq, id, type, happened_on, recorded_at, actor_kind, refs)
    values (3, 'l3', 'test.act', '2025-01-01', 0, 'system', '{}'); update counters set value = 3 where name = 'ledger'`)
  expect(found().join('\n')).toMatch(/Entry 3 of the ledger has no seal/)
})

it('holds after a redaction on record, and finds one that is not', async () => {
  await run(
    `insert into erasures (id, table_name, row_id, reason, created_at) values ('e', 'ledger', 'l1', 'asked', 0)`,
    `update ledger set after = null where seq = 1`,
  )
  expect(found()).toEqual([])
  expect(await store.read.rows(sql`select salt from ledger_chain where seq = 1`)).toEqual([{ salt: null }])
  byHand('update ledger set after = null where seq = 2; update ledger_chain set salt = null where seq = 2')
  expect(found()).toEqual([
    expect.stringMatching(/^Entry 2 of the ledger lost its details without an erasure/),
  ])
})

it('finds rows that point nowhere', () => {
  byHand(`insert into profiles (person_id, subjects, languages, updated_at) values ('ghost', '[]', '[]', 0)`)
  expect(found()).toEqual([expect.stringMatching(/of profiles points to a row of people/)])
})

const BROKEN: [string, string, RegExp][] = [
  [
    'stays that overlap',
    `${stay('s', '2025-01-01', '2025-02-01')}; ${stay('t', '2025-02-01', null)}`,
    /^Row t of stints covers days/,
  ],
  [
    'a role outside its stay',
    `${stay('s', '2025-01-01', '2025-02-01')}; insert into stint_roles (id, stint_id, role, started_on) values ('r', 's', 'teacher', '2025-01-05')`,
    /^Row r of stint_roles lies outside its stay/,
  ],
  [
    'records that lead to each other in a ring',
    `update people set status = 'merged', merged_into_id = case id when 'ana' then 'ben' else 'ana' end`,
    /^Row ana of people was made one with a record that leads to nobody/,
  ],
  [
    'a number that was never given',
    `update people set no = 7 where id = 'ben'`,
    /^Row ben of people has a number/,
  ],
  [
    'a stay that goes on from one that is not there',
    `${stay('s', '2025-01-01', null)}; update stints set continues_stint_id = 'gone'`,
    /^Row s of stints names a row of stints/,
  ],
]

function stay(id: string, from: string, to: string | null) {
  return `insert or ignore into schools (id, no, name, created_at) values ('moor', 1, 'Moor', 0);
    insert into stints (id, no, person_id, school_id, kind, started_on, finished_on, source, confidence, created_at)
    values ('${id}', ${id.charCodeAt(0)}, 'ana', 'moor', 'employed', '${from}', ${to ? `'${to}'` : 'null'}, 'self', 'told', 0)`
}

it.each(BROKEN)('finds %s', (_, statements, sentence) => {
  byHand(statements)
  expect(found()).toContainEqual(expect.stringMatching(sentence))
})

it('takes a made profession for one act, whatever it holds', async () => {
  const made = '00000000-0000-7000-8000-000000000007'
  await run(
    `insert into people (id, no, display_name, created_at) values ('${made}', 3, 'Made', 0)`,
    counter('people', 3),
  )
  expect(found()).toEqual([expect.stringMatching(/is named by no entry/)])
  await run(entry(3).replace('test.act', 'profession.seeded'), counter('ledger', 3))
  expect(found()).toEqual([])
})

it('names a hundred of a kind and counts the rest', () => {
  byHand(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 150)
    insert into profiles (person_id, subjects, languages, updated_at) select 'ghost' || i, '[]', '[]', 0 from n`)
  expect(found().at(-1)).toMatch(/^50 more rows point nowhere/)
})

it('says what to do about a file that is no database', () => {
  const bad = new Database(url.slice(5))
  bad.close()
  expect(() => examine('file:/nowhere/at/all.db')).toThrow(/npx wirearchy migrate/)
})

it('throws the first findings for who only wants to hear of trouble', () => {
  expect(verify(url).people).toBe(2)
  byHand(`update people set display_name = 'Mallory' where id = 'ana'`)
  expect(() => verify(url)).toThrow(/Row ana of people was changed/)
})
