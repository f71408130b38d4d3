import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Store } from './store.ts'
import { testDb } from './testing.ts'

let store: Store
beforeEach(async () => {
  store = testDb()
  await run(
    `insert into people (id, no, display_name, created_at) values ('ana', 1, 'Ana', 0), ('lowe', 2, 'Ana Lowe', 0), ('mo', 3, 'Mo', 0)`,
    `insert into schools (id, no, name, created_at) values ('a', 1, 'Ashfield', 0)`,
    stint('s', 'lowe', '2025-01-01', '2025-06-30'),
  )
})
afterEach(() => store.close())

const stint = (id: string, person: string, from: string, to: string | null) =>
  `insert into stints (id, no, person_id, school_id, kind, started_on, finished_on, source, confidence, created_at)
   values ('${id}', ${id.charCodeAt(0)}, '${person}', 'a', 'employed', '${from}', ${to ? `'${to}'` : 'null'}, 'self', 'told', 0)`
const asked = (state = 'asked') =>
  `insert into person_merges (id, loser_id, winner_id, state, asked_as, asked_at) values ('m', 'lowe', 'ana', '${state}', 'self', 0)`
const begins = `update person_merges set state = 'applied' where id = 'm'`
const ends = `update person_merges set applied_at = 1 where id = 'm'`
let place = 0
const item = (column: string, was: unknown, becomes: unknown) =>
  `insert into person_merge_items (id, merge_id, place, table_name, row_id, column_name, old_value, new_value)
   values ('i${++place}', 'm', ${place}, 'stints', 's', '${column}', '${JSON.stringify(was)}', '${JSON.stringify(becomes)}')`
const isAnas = `update stints set person_id = 'ana' where id = 's'`
const isLowes = `update stints set person_id = 'lowe' where id = 's'`
const isVoid = `update stints set voided_at = 7, void_reason = 'merged_duplicate' where id = 's'`
const isNot = `update stints set voided_at = null, void_reason = null where id = 's'`

const run = (...statements: string[]) =>
  store.tx(async (tx) => {
    for (const text of statements) await tx.exec(sql.raw(text))
  })
const refusal = async (...statements: string[]) => {
  try {
    await run(...statements)
    return 'accepted'
  } catch (error) {
    return (error as Error).message
  }
}

it('lets a stay change hands only as a merge under way has written down', async () => {
  expect(await refusal(isAnas)).toMatch(/void the row/)
  expect(await refusal(asked(), item('person_id', 'lowe', 'ana'))).toMatch(/while it is under way/)
  expect(await refusal(asked(), begins, isAnas)).toMatch(/void the row/)
  expect(await refusal(asked(), begins, item('person_id', 'lowe', 'mo'), isAnas)).toMatch(/void the row/)
  expect(await refusal(asked(), begins, item('started_on', 'lowe', 'ana'), isAnas)).toMatch(/void the row/)
  expect(await refusal(asked(), begins, isVoid, item('person_id', 'lowe', 'ana'), isAnas, ends)).toBe(
    'accepted',
  )
})

it('ends no merge while two of its stays cover one day', async () => {
  await run(stint('t', 'ana', '2025-06-01', null))
  const joined = [asked(), begins, item('person_id', 'lowe', 'ana'), isAnas]
  expect(await refusal(...joined, ends)).toMatch(/became one with stints that overlap/)
})

it('allows nothing more once a merge has ended, and gives back only what it took', async () => {
  const undone = `update person_merges set state = 'undone' where id = 'm'`
  const over = `update person_merges set closed_at = 2 where id = 'm'`
  await run(
    asked(),
    begins,
    item('voided_at', null, 7),
    isVoid,
    item('person_id', 'lowe', 'ana'),
    isAnas,
    ends,
  )
  expect(await refusal(isLowes)).toMatch(/void the row/)
  expect(await refusal(item('person_id', 'ana', 'mo'))).toMatch(/while it is under way/)
  expect(await refusal(isNot)).toMatch(/stays voided/)
  expect(await refusal(`update person_merges set applied_at = null where id = 'm'`)).toMatch(
    /what was decided stays/,
  )
  expect(await refusal(undone, `update stints set person_id = 'mo' where id = 's'`)).toMatch(/void the row/)
  expect(await refusal(undone, isLowes, isNot, over)).toBe('accepted')
  expect(await refusal(isAnas)).toMatch(/void the row/)
  expect(await refusal(begins)).toMatch(/what was decided stays/)
})

it('keeps who asked, for which two, and every line of the list; a line is only ever redacted, on record', async () => {
  await run(asked(), begins, item('voided_at', null, 7), isVoid, ends)
  expect(await refusal(`update person_merges set winner_id = 'mo'`)).toMatch(/what was decided stays/)
  for (const table of ['person_merges', 'person_merge_items'])
    expect(await refusal(`delete from ${table}`)).toMatch(/is history/)
  const blank = `update person_merge_items set old_value = null, new_value = null`
  expect(await refusal(blank)).toMatch(/append-only/)
  const because = `insert into erasures (id, table_name, row_id, reason, created_at) select 'e', 'person_merge_items', id, 'asked', 0 from person_merge_items`
  expect(await refusal(because, blank)).toBe('accepted')
})
