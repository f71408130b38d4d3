import { sql } from '@wirearchy/db'
import { openNetworkIndex } from '@wirearchy/domain/network'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dump, join, part } from './testing/join.ts'
import { type Dice, randomWorld, type World } from './testing/world.ts'

const SEED = Number(process.env.SEED ?? 20_260_701)
const WORLDS = Number(process.env.WORLDS ?? 60)
const ACTS = 60

/** Dice that the world's own number alone moves, so that a failure replays. */
function diceOf(number: number): Dice {
  let state = number
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0
    return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296
  }
  return { below: (n) => Math.floor(next() * n) }
}

const withWorlds = (check: (world: World) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(fc.noShrink(fc.nat()), async (number) => {
      const world = await randomWorld(diceOf(number), ACTS)
      try {
        await check(world)
      } finally {
        await world.close()
      }
    }),
    { numRuns: WORLDS, seed: SEED, endOnFailure: true },
  )

/** L7: the ties of the one are those of both, without each other; a tie of both begins when the earlier one did. */
async function together({ store, ties, winner, loser }: World, before: Map<string, string>[]) {
  const after = await ties(winner)
  const wanted = new Map<string, string>()
  for (const one of before)
    for (const [key, since] of one) {
      if (key.endsWith(winner) || key.endsWith(loser)) continue
      const known = wanted.get(key)
      wanted.set(key, known && known < since ? known : since)
    }
  const isKnown = ([key]: [string, string]) => !key.startsWith('school')
  expect([...after].filter(isKnown).sort()).toEqual([...wanted].filter(isKnown).sort())
  expect([...after].filter(([key]) => key.endsWith(loser))).toEqual([])
  const hides = await store.read.rows(
    sql`select 1 from audiences where field = 'current_school' and level = 'only_me'`,
  )
  if (hides.length === 0) expect([...after].sort()).toEqual([...wanted].sort())
}

it(`L7: makes two records one with the ties of both, and parts them to the row, in ${WORLDS} worlds (seed ${SEED})`, {
  timeout: 300_000,
}, async () => {
  let rows = 0
  let changes = 0
  await withWorlds(async (world) => {
    const { store, winner, loser, ctx } = world
    const index = await openNetworkIndex(store)
    const before = await dump(store)
    const tied = [await world.ties(winner), await world.ties(loser)]
    const mergeId = await join(ctx(), loser, winner)
    await together(world, tied)
    expect(await world.ties(loser)).toEqual(new Map())
    await index.catchUp()
    expect(index.dump()).toEqual((await openNetworkIndex(store)).dump())
    const { left } = await part(ctx(), mergeId)
    expect(left).toEqual([])
    expect(await dump(store)).toEqual(before)
    await index.catchUp()
    expect(index.dump()).toEqual((await openNetworkIndex(store)).dump())
    rows += before.length
    const [listed] = await store.read.rows<{ n: number }>(sql`select count(*) as n from person_merge_items`)
    changes += listed?.n ?? 0
  })
  console.log(`${WORLDS} worlds, seed ${SEED}: ${rows} rows, ${changes} changes made and taken back`)
  expect(changes).toBeGreaterThan(WORLDS)
})
