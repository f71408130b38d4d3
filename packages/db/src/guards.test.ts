import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guardNames } from './guards.ts'
import type { Store } from './store.ts'
import { testDb } from './testing.ts'

let store: Store
beforeEach(async () => {
  store = testDb()
  await run(
    `insert into people (id, no, display_name, created_at) values ('ana', 1, 'Ana', 0), ('mo', 2, 'Mo', 0), ('eve', 3, 'Eve', 0)`,
  )
  await run(
    `insert into schools (id, no, name, created_at) values ('a', 1, 'Ashfield', 0), ('b', 2, 'Birch', 0)`,
  )
})
afterEach(() => store.close())

const run = (text: string) => store.tx((tx) => tx.exec(sql.raw(text)))
const refusal = async (text: string) => {
  try {
    await run(text)
    return 'accepted'
  } catch (error) {
    return (error as Error).message
  }
}
let no = 10
const stint = (id: string, from: string, to: string | null = null, { person = 'ana', school = 'a' } = {}) =>
  `insert into stints (id, no, person_id, school_id, kind, started_on, finished_on, source, confidence, created_at)
   values ('${id}', ${no++}, '${person}', '${school}', 'employed', '${from}', ${to ? `'${to}'` : 'null'}, 'self', 'confirmed', 0)`
const role = (id: string, from: string, to: string | null = null) =>
  `insert into stint_roles (id, stint_id, role, started_on, finished_on) values ('${id}', 's', 'teacher', '${from}', ${to ? `'${to}'` : 'null'})`
const mentorship = (mentorStint: string, from: string, to: string | null = null, mentor = 'mo') =>
  `insert into mentorships (id, no, mentor_id, mentee_id, kind, mentor_stint_id, mentee_stint_id, started_on, finished_on, created_at)
   values ('m${no}', ${no++}, '${mentor}', 'ana', 'statutory', '${mentorStint}', 's', '${from}', ${to ? `'${to}'` : 'null'}, 0)`

describe('days', () => {
  it.each(['2025-02-30', '2025-2-3', '2025-02-03T00:00', 'now', '', '2025-13-01'])(
    'refuses %j as a day',
    async (day) => {
      expect(await refusal(stint('s', day))).toMatch(/is_day|CHECK/)
    },
  )
  it('accepts a leap day and a stay of one day', async () => {
    expect(await refusal(stint('s', '2024-02-29', '2024-02-29'))).toBe('accepted')
  })
  it('refuses a stay that finishes before it starts', async () => {
    expect(await refusal(stint('s', '2025-02-02', '2025-02-01'))).toMatch(/in_order/)
  })
})

describe('overlap', () => {
  beforeEach(() => run(stint('s', '2025-01-01', '2025-06-30')))
  it.each([
    ['starts on the last day', '2025-06-30', '2025-12-31'],
    ['ends on the first day', '2024-01-01', '2025-01-01'],
    ['is one day inside', '2025-03-03', '2025-03-03'],
    ['covers it all', '2024-01-01', null],
  ])('refuses a second stay of the same kind at one school that %s', async (_, from, to) => {
    expect(await refusal(stint('t', from, to))).toMatch(/overlap/)
  })
  it('accepts the day after, the day before, another school and a voided neighbour', async () => {
    expect(await refusal(stint('t', '2025-07-01'))).toBe('accepted')
    expect(await refusal(stint('u', '2024-01-01', '2024-12-31'))).toBe('accepted')
    expect(await refusal(stint('v', '2025-02-01', null, { school: 'b' }))).toBe('accepted')
    await run(`update stints set voided_at = 1, void_reason = 'recorded in error' where id = 's'`)
    expect(await refusal(stint('w', '2025-02-01', '2025-02-02'))).toBe('accepted')
  })
  it('refuses re-opening a stay over its successor, and a second ongoing one', async () => {
    await run(stint('t', '2025-07-01'))
    expect(await refusal(`update stints set finished_on = null where id = 's'`)).toMatch(/overlap|UNIQUE/)
    expect(await refusal(stint('u', '2026-07-01'))).toMatch(/overlap|UNIQUE/)
  })
})

describe('what lies inside a stay', () => {
  beforeEach(async () => {
    await run(stint('s', '2025-01-01', '2025-06-30'))
    await run(stint('mo-s', '2024-01-01', null, { person: 'mo' }))
  })
  it('refuses a role that begins before, ends after, or never ends', async () => {
    expect(await refusal(role('r', '2024-12-31', '2025-02-01'))).toMatch(/inside/)
    expect(await refusal(role('r', '2025-02-01', '2025-07-01'))).toMatch(/inside/)
    expect(await refusal(role('r', '2025-02-01'))).toMatch(/inside/)
    expect(await refusal(role('r', '2025-01-01', '2025-06-30'))).toBe('accepted')
  })
  it('refuses closing or voiding a stay from under its role', async () => {
    await run(role('r', '2025-01-01', '2025-06-30'))
    expect(await refusal(`update stints set finished_on = '2025-06-29' where id = 's'`)).toMatch(
      /cover their roles/,
    )
    expect(await refusal(`update stints set voided_at = 1, void_reason = 'x' where id = 's'`)).toMatch(
      /cover their roles/,
    )
  })
  it('refuses a statutory mentorship outside either stay, across schools, doubled, or with oneself', async () => {
    await run(stint('mo-b', '2024-01-01', null, { person: 'mo', school: 'b' }))
    expect(await refusal(mentorship('mo-s', '2025-01-01'))).toMatch(/inside both/)
    expect(await refusal(mentorship('mo-b', '2025-01-01', '2025-06-30'))).toMatch(/one school/)
    expect(await refusal(mentorship('s', '2025-01-01', '2025-06-30', 'ana'))).toMatch(/CHECK|inside/)
    expect(await refusal(mentorship('mo-s', '2025-01-01', '2025-06-30'))).toBe('accepted')
    expect(await refusal(mentorship('mo-s', '2025-06-30', '2025-06-30'))).toMatch(/overlap/)
    expect(await refusal(`update stints set finished_on = '2025-06-01' where id = 's'`)).toMatch(
      /cover their statutory/,
    )
  })
})

describe('history', () => {
  it('26. refuses every delete, through any door', async () => {
    await run(stint('s', '2025-01-01'))
    for (const table of ['stints', 'people', 'schools'])
      expect(await refusal(`delete from ${table}`)).toMatch(/is history/)
  })
  it('refuses moving a stay to another person, school or first day', async () => {
    await run(stint('s', '2025-01-01'))
    for (const change of [`person_id = 'mo'`, `school_id = 'b'`, `started_on = '2025-01-02'`])
      expect(await refusal(`update stints set ${change} where id = 's'`)).toMatch(/void the row/)
  })
  it('keeps a voided row voided', async () => {
    await run(stint('s', '2025-01-01'))
    await run(`update stints set voided_at = 1, void_reason = 'wrong school' where id = 's'`)
    expect(await refusal(`update stints set voided_at = null, void_reason = null where id = 's'`)).toMatch(
      /stays voided/,
    )
  })
  it('appends to the ledger in order, and edits an entry only to redact it on record', async () => {
    const entry = (seq: number) =>
      `insert into ledger (seq, id, type, happened_on, recorded_at, actor_kind, refs, after) values (${seq}, 'l${seq}', 'x', '2025-01-01', 0, 'system', '{}', '{"name":"Eve"}')`
    expect(await refusal(entry(2))).toMatch(/next number/)
    await run(entry(1))
    expect(await refusal(`delete from ledger`)).toMatch(/is history/)
    expect(await refusal(`update ledger set type = 'y'`)).toMatch(/append-only/)
    expect(await refusal(`update ledger set after = null`)).toMatch(/append-only/)
    await run(
      `insert into erasures (id, table_name, row_id, reason, created_at) values ('e', 'ledger', 'l1', 'asked', 0)`,
    )
    expect(await refusal(`update ledger set after = null`)).toBe('accepted')
  })
})

describe('pairs and numbers', () => {
  it('refuses an unordered pair, a second open tie, a self-block, and the same live TRN twice', async () => {
    const tie = (lo: string, hi: string) =>
      `insert into connections (id, no, person_lo, person_hi, started_on, created_at) values ('c${no}', ${no++}, '${lo}', '${hi}', '2025-01-01', 0)`
    expect(await refusal(tie('mo', 'ana'))).toMatch(/ordered/)
    expect(await refusal(tie('ana', 'mo'))).toBe('accepted')
    expect(await refusal(tie('ana', 'mo'))).toMatch(/overlap|UNIQUE/)
    expect(
      await refusal(
        `insert into blocks (id, blocker_id, blocked_id, created_at) values ('b', 'ana', 'ana', 0)`,
      ),
    ).toMatch(/two_people/)
    const trn = (id: string, person: string, value: string) =>
      `insert into person_identifiers (id, person_id, scheme, value) values ('${id}', '${person}', 'trn', '${value}')`
    expect(await refusal(trn('i', 'ana', '12345AB'))).toMatch(/seven digits/)
    expect(await refusal(trn('i', 'ana', '0012345'))).toBe('accepted')
    expect(await refusal(trn('j', 'mo', '0012345'))).toMatch(/UNIQUE/)
  })
  it('keeps every table strict', async () => {
    const loose = await store.read.rows<{ name: string }>(
      sql`select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'`,
    )
    expect(loose).toEqual([])
  })
  it('has an index behind every foreign key', async () => {
    const bare = await store.read.rows<{ at: string }>(
      sql.raw(`
      select m.name || '.' || f."from" as at from sqlite_master m join pragma_foreign_key_list(m.name) f
      where m.type = 'table' and not exists (
        select 1 from pragma_index_list(m.name) i join pragma_index_info(i.name) c on c.seqno = 0 where c.name = f."from")
        and not exists (select 1 from pragma_table_info(m.name) t where t.pk = 1 and t.name = f."from")`),
    )
    expect(bare.map(({ at }) => at)).toEqual([])
  })
  it('names each guard once', () => {
    expect(new Set(guardNames()).size).toBe(guardNames().length)
  })
})
