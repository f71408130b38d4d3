import { eq, jobs } from '@wirearchy/db'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claim, enqueue, finish, type Handlers, LEASE_MS, workOnce } from './index.ts'

let house: ReturnType<typeof testHouse>
let start: number
beforeEach(() => {
  house = testHouse()
  start = house.ctx().now
})
afterEach(() => house.close())

const at = (ms: number) => ({ ...house.ctx(), now: start + ms })
const write = (key?: string) =>
  house.store.tx((tx) => enqueue(tx, at(0), { kind: 'count', ...(key ? { key } : {}) }))
const take = (ms: number) => house.store.tx((tx) => claim(tx, at(ms), LEASE_MS))
const theJob = async () => {
  const [job] = await house.store.read.select().from(jobs)
  if (!job) throw new Error('There is no job.')
  return job
}

describe('a job', () => {
  it('with a key is written once', async () => {
    await Promise.all([write('daily:2026-01-05'), write('daily:2026-01-05'), write('daily:2026-01-06')])
    expect(await house.store.read.select().from(jobs)).toHaveLength(2)
  })

  it('goes to one of a hundred who ask at once', async () => {
    await write()
    const held = await Promise.all(Array.from({ length: 100 }, () => take(1)))
    expect(held.filter(Boolean)).toHaveLength(1)
  })

  it('that its holder dropped dead with goes to another when the lease has run out, and to nobody before', async () => {
    await write()
    expect(await take(0)).not.toBeNull()
    expect(await take(LEASE_MS - 1)).toBeNull()
    expect(await take(LEASE_MS)).toMatchObject({ tries: 2 })
  })

  it('can be ended only by the try that holds it', async () => {
    await write()
    const [first, second] = [await take(0), await take(LEASE_MS)]
    if (!first || !second) throw new Error('Both should have held it.')
    expect(await house.store.tx((tx) => finish(tx, at(LEASE_MS), first))).toBe(false)
    expect((await theJob()).finishedAt).toBeNull()
    expect(await house.store.tx((tx) => finish(tx, at(LEASE_MS), second))).toBe(true)
    expect(await take(10 * LEASE_MS)).toBeNull()
  })

  it('that fails comes back later and later, and is parked after eight tries', async () => {
    await write()
    const failing: Handlers = { count: () => Promise.reject(new Error('Ana’s address is full')) }
    const waits: number[] = []
    for (let now = 0, n = 0; n < 8; n += 1) {
      const done = await workOnce(at(now), failing)
      expect(done?.error).toBeInstanceOf(Error)
      const { runAt, lastError } = await theJob()
      expect(lastError).toBe('Error')
      waits.push(runAt - start - now)
      now = runAt - start
    }
    for (const [n, wait] of waits.slice(0, 7).entries()) {
      const middle = 15_000 * 2 ** n
      expect(wait).toBeGreaterThanOrEqual(middle * 0.75)
      expect(wait).toBeLessThanOrEqual(middle * 1.25)
    }
    expect((await theJob()).parkedAt).not.toBeNull()
    expect(await workOnce(at(90 * 24 * 60 * 60_000), failing)).toBeNull()
  })

  it('waits for its time, and the one that has waited longest goes first', async () => {
    await house.store.tx(async (tx) => {
      await enqueue(tx, at(0), { kind: 'late', runAt: start + 500 })
      await enqueue(tx, at(0), { kind: 'soon', runAt: start + 100 })
    })
    const done: string[] = []
    const handlers: Handlers = {
      late: async () => void done.push('late'),
      soon: async () => void done.push('soon'),
    }
    expect(await workOnce(at(50), handlers)).toBeNull()
    await workOnce(at(600), handlers)
    await workOnce(at(600), handlers)
    expect(done).toEqual(['soon', 'late'])
  })
})

describe('a job that nobody does', () => {
  it('is put back, not lost', async () => {
    await write()
    await workOnce(at(1), {})
    const [job] = await house.store.read.select().from(jobs).where(eq(jobs.kind, 'count'))
    expect(job).toMatchObject({ finishedAt: null, tries: 1 })
  })
})
