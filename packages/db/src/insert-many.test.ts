import { afterAll, expect, it } from 'vitest'
import { imports, insertMany, mails, schools, sql } from './index.ts'
import { testDb } from './testing.ts'

const store = testDb()
afterAll(() => store.close())

it('writes many rows as they would be written one by one: text, numbers, nothing, JSON and defaults', async () => {
  const header = ['URN', 'Establishment\'s "Name"', 'Môr']
  const run = {
    id: 'i',
    kind: 'schools',
    fileName: null,
    header,
    counts: { rows: 2 },
    state: 'done' as const,
    startedAt: 1.5e12,
  }
  const row = (no: number) => ({
    id: `s${no}`,
    no,
    name: `Ysgol “${no}”\n`,
    town: null,
    closedOn: '2026-08-31',
    createdAt: 7,
  })
  await store.tx(async (tx) => {
    await insertMany(tx, imports, [run])
    await insertMany(tx, schools, [row(1), row(2)])
    await insertMany(tx, schools, [{ ...row(2), no: 9, name: 'Again' }], { key: ['id'], keep: ['no'] })
    await insertMany(tx, schools, [])
  })
  expect(await store.read.select().from(imports)).toMatchObject([run])
  expect(await store.read.select().from(schools)).toMatchObject([
    { ...row(1), kind: 'school', status: 'open', phase: null },
    { ...row(2), name: 'Again' },
  ])
})

it('writes every one of very many rows once and in their order, also where a column has a word of SQL for its name', async () => {
  const letter = (no: number) => ({
    id: `m${1000 + no}`,
    to: `t${no}@example.com`,
    kind: 'moved',
    subject: '',
    text: '',
  })
  const letters = Array.from({ length: 123 }, (_, no) => ({ ...letter(no), createdAt: no }))
  await store.tx((tx) => insertMany(tx, mails, letters))
  const kept = await store.read.select({ id: mails.id, to: mails.to }).from(mails).orderBy(sql`rowid`)
  expect(kept).toEqual(letters.map(({ id, to }) => ({ id, to })))
})
