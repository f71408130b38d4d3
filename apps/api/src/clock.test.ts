import { type Store, settings } from '@wirearchy/db'
import { testDb } from '@wirearchy/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeClock } from './clock.ts'

let store: Store
beforeEach(() => {
  store = testDb()
})
afterEach(() => store.close())

const move = (value: string) =>
  store.tx(async (tx) => {
    const set = { value }
    await tx
      .insert(settings)
      .values({ name: 'clock', value })
      .onConflictDoUpdate({ target: settings.name, set })
  })

it('never goes backwards, however the machine’s clock jumps', async () => {
  const machine = [1_000, 5_000, 2_000, 2_001, 6_000]
  const clock = makeClock(store, false, () => machine.shift() ?? 0)
  expect([await clock(), await clock(), await clock(), await clock(), await clock()]).toEqual([
    1_000, 5_000, 5_000, 5_000, 6_000,
  ])
})

it('is moved by the demo’s own setting, forth and back, and by nothing outside the demo', async () => {
  const demo = makeClock(store, true, () => 10_000)
  const real = makeClock(store, false, () => 10_000)
  await move('86400000')
  expect([await demo(), await real()]).toEqual([86_410_000, 10_000])
  await move('-5000')
  expect(await demo()).toBe(5_000)
})
