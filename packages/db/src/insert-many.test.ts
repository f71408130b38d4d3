import { afterEach, expect, it } from 'vitest'
import { imports, insertMany, schools } from './index.ts'
import { testDb } from './testing.ts'

const store = testDb()
afterEach(() => store.close())

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
