import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { settings } from './schema/index.ts'
import { openStore, type Store } from './store.ts'
import { testDbUrl } from './testing.ts'

let url: string
let store: Store
beforeEach(() => {
  url = testDbUrl()
  store = openStore(url)
})
afterEach(async () => {
  await store.close()
  rmSync(url.slice(5), { force: true })
})

const put = (name: string) => store.tx((tx) => tx.insert(settings).values({ name, value: 'x' }))
const names = async () =>
  (await store.read.rows<{ name: string }>(sql`select name from settings order by name`)).map((r) => r.name)

it('keeps what a transaction wrote, and nothing of one that failed, even when both share a commit', async () => {
  const outcomes = await Promise.allSettled([
    put('a'),
    store.tx(async (tx) => {
      await tx.insert(settings).values({ name: 'half', value: 'x' })
      throw new Error('changed my mind')
    }),
    put('b'),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await names()).toEqual(['a', 'b'])
})

it('acknowledges only after the commit: another connection then sees the row', async () => {
  const other = new Database(url.slice(5), { readonly: true })
  let seenAfterCommit = -1
  await store.tx(async (tx) => {
    await tx.insert(settings).values({ name: 'a', value: 'x' })
    tx.afterCommit(() => {
      seenAfterCommit = other.prepare('select count(*) from settings').pluck().get() as number
    })
    expect(other.prepare('select count(*) from settings').pluck().get()).toBe(0)
  })
  expect(seenAfterCommit).toBe(1)
  other.close()
})

it('never shows a reader half a transaction', async () => {
  let during: string[] = ['not read']
  await store.tx(async (tx) => {
    await tx.insert(settings).values({ name: 'a', value: 'x' })
    during = await names()
    await tx.insert(settings).values({ name: 'b', value: 'x' })
  })
  expect([during, await names()]).toEqual([[], ['a', 'b']])
})

it('runs bodies one after another, so that read-then-write never interleaves', async () => {
  await store.tx((tx) => tx.insert(settings).values({ name: 'n', value: '0' }))
  await Promise.all(
    Array.from({ length: 200 }, () =>
      store.tx(async (tx) => {
        const [row] = await tx.rows<{ value: string }>(sql`select value from settings where name = 'n'`)
        await Promise.resolve()
        await tx.update(settings).set({ value: String(Number(row?.value) + 1) })
      }),
    ),
  )
  expect(await store.read.rows(sql`select value from settings`)).toEqual([{ value: '200' }])
})

it('refuses a transaction inside a transaction', async () => {
  await expect(store.tx(() => put('a'))).rejects.toThrow(/pass tx down/)
})

it('waits for another process that is writing, and then writes', async () => {
  const other = new Database(url.slice(5))
  other.exec(`begin immediate; insert into settings values ('theirs', 'x')`)
  const mine = put('mine')
  setTimeout(() => other.exec('commit'), 60)
  await mine
  expect(await names()).toEqual(['mine', 'theirs'])
  other.close()
})

it('cannot write through the reading door', async () => {
  await expect(store.read.rows(sql`insert into settings values ('a', 'x') returning name`)).rejects.toThrow(
    /readonly/,
  )
})

it('refuses an address it cannot open, and a database without its guards', async () => {
  expect(() => openStore('mysql://x')).toThrow(/DATABASE_URL/)
  const other = testDbUrl()
  new Database(other.slice(5)).exec('drop trigger ledger_append_only')
  expect(() => openStore(other)).toThrow(/guards/)
})
