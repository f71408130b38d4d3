import { sql } from 'drizzle-orm'
import { afterAll, expect, it } from 'vitest'
import { inList } from './in-list.ts'
import { testDb } from './testing.ts'

const store = testDb()
afterAll(() => store.close())

it('gives back the texts it was given, quotes and accents and all, and nothing for none', async () => {
  const texts = ["O'Neill", 'Siân "Wyn"', '', 'Nguyễn']
  expect(await store.read.rows(sql`${inList(texts)}`)).toEqual(texts.map((value) => ({ value })))
  expect(await store.read.rows(sql`${inList([])}`)).toEqual([])
})
