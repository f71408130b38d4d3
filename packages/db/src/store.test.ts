import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { settings } from './schema/index.ts'
import { openStore, type Store } from './store.ts'
import { testDbUrl } from './testing.ts'
import { StoreUnavailable } from './unavailable.ts'
import { examine } from './verify/index.ts'

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

it('tells everybody who waited for a commit that the disk would not take, and takes up again by itself', async () => {
  const other = new Database(url.slice(5))
  const size = other.pragma('page_count', { simple: true }) as number
  await put('before')
  const large = 'x'.repeat(4096 * 3)
  const writer = openStore(url)
  await writer.tx((tx) => tx.exec(sql.raw(`pragma main.max_page_count = ${size + 1}`)))
  const outcomes = await Promise.allSettled([
    writer.tx((tx) => tx.insert(settings).values({ name: 'small', value: 'x' })),
    writer.tx((tx) => tx.insert(settings).values({ name: 'large', value: large })),
  ])
  expect(outcomes.map((one) => (one.status === 'rejected' ? one.reason.why : 'kept'))).toContain('full')
  expect(outcomes.flatMap((one) => (one.status === 'rejected' ? one.reason.message : []))[0]).toMatch(
    /Make room on it.*Nothing was changed/,
  )
  expect(await writer.read.rows(sql`select name from settings where name = 'before'`)).toHaveLength(1)
  await writer.tx((tx) => tx.exec(sql.raw('pragma main.max_page_count = 1000000')))
  await writer.tx((tx) => tx.insert(settings).values({ name: 'after', value: large }))
  expect(await names()).toEqual(expect.arrayContaining(['after', 'before']))
  expect(await names()).not.toContain('large')
  await writer.close()
  other.close()
})

it('keeps nothing that a body writes after SQLite has ended its transaction', async () => {
  const failing = store.tx(async (tx) => {
    await tx.insert(settings).values({ name: 'first', value: 'x' })
    await tx.exec(sql`rollback`)
    await tx.insert(settings).values({ name: 'alone', value: 'x' })
  })
  await expect(failing).rejects.toThrow(StoreUnavailable)
  await put('next')
  expect(await names()).toEqual(['next'])
})

it('acknowledges a commit though what follows it fails for one of those who shared it', async () => {
  const said: string[] = []
  const first = store.tx(async (tx) => {
    tx.afterCommit(() => {
      throw new Error('nobody listens')
    })
  })
  const second = store.tx(async (tx) => tx.afterCommit(() => said.push('told')))
  await Promise.all([first, second])
  expect(said).toEqual(['told'])
})

it('seals with the columns that another process has given a table meanwhile', async () => {
  const person = (id: string, no: number) =>
    store.tx((tx) =>
      tx.exec(sql`insert into people (id, no, display_name, created_at) values (${id}, ${no}, ${id}, 0)`),
    )
  await person('ana', 1)
  const other = new Database(url.slice(5))
  other.exec(`alter table people add nickname text not null default 'Nan'`)
  await person('ben', 2)
  other.close()
  const { findings } = examine(url)
  expect(findings.filter(({ check }) => check === 'seals').map(({ row }) => row)).toEqual(['ana'])
})

it('lets everything else have its turn between two commits, however long the queue', async () => {
  const seen: string[] = []
  const long = (name: string) =>
    store.tx(async () => {
      const until = performance.now() + 11
      while (performance.now() < until);
      seen.push(name)
    })
  const writing = ['one', 'two', 'three'].map(long)
  setImmediate(() => seen.push('a request'))
  await Promise.all(writing)
  expect(seen).toEqual(['one', 'a request', 'two', 'three'])
})
