import { type Store, sql } from '@wirearchy/db'
import { testDb } from '@wirearchy/db/testing'
import type { Ctx, MemberCtx } from '@wirearchy/domain'
import { tiesOf } from '@wirearchy/domain/network'
import { sight, visibleStints } from '@wirearchy/domain/visibility'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { fill } from './fill.ts'
import { reach, seesStint } from './oracle.ts'
import { DAYS, PEOPLE, type World, world } from './world.ts'

const WORLDS = Number(process.env.WORLDS ?? 2000)
const SEED = Number(process.env.SEED)
const A_DATABASE = 100

let store: Store = testDb()
let filled = 0
afterAll(() => store.close())

const context = (viewer: string, today: string): Ctx => ({
  store,
  now: Date.parse(`${today}T09:00:00Z`),
  today,
  viewer,
  actor: 'person',
  origin: 'http://localhost:3000',
  secret: 'not used here',
  demo: false,
  correlationId: 'test',
  index: null,
})

async function settle(w: World) {
  if (filled > 0 && filled % A_DATABASE === 0) {
    await store.close()
    store = testDb()
  }
  filled += 1
  const prefix = `w${filled}`
  await fill(store, w, prefix)
  return prefix
}

const numbers = (rows: { id: string }[]) =>
  rows.map(({ id }) => Number(id.split('-').at(-1))).sort((a, b) => a - b)

async function compare(w: World, prefix: string, viewer: number, day: number) {
  const ctx = context(`${prefix}-p-${viewer}`, DAYS[day] as string)
  const seen = await store.read.rows<{ id: string; reach: number }>(
    sql`select person_id as id, reach from (${sight(ctx)}) s`,
  )
  const told = Object.fromEntries(seen.map(({ id, reach: far }) => [Number(id.split('-').at(-1)), far]))
  const everybody = Array.from({ length: PEOPLE }, (_, n) => n)
  const truth = Object.fromEntries(
    everybody.map((n) => [n, reach(w, viewer, n, day)] as const).filter(([, far]) => far > 0),
  )
  expect(told, `reach of ${viewer} on day ${day}`).toEqual(truth)
  const stays = await store.read.rows<{ id: string }>(sql`${visibleStints(ctx)}`)
  const shown = w.stints.map((_, n) => n).filter((n) => seesStint(w, viewer, n, day))
  expect(numbers(stays), `stays seen by ${viewer} on day ${day}`).toEqual(shown)
  const other = (viewer + 1 + (day % (PEOPLE - 1))) % PEOPLE
  const among = await store.read.rows<{ id: string }>(
    sql`${visibleStints(ctx, sql`${`${prefix}-p-${other}`}`)}`,
  )
  const theirs = (n: number) => w.stints[n]?.person === other
  expect(numbers(among).filter(theirs), `stays of ${other}, asked alone`).toEqual(shown.filter(theirs))
}

it(`shows exactly the people and stays that the rules allow, in ${WORLDS} random worlds (seed ${SEED})`, {
  timeout: 300_000,
}, async () => {
  let comparisons = 0
  await fc.assert(
    fc.asyncProperty(world, fc.nat({ max: 11 }), fc.nat({ max: 11 }), async (w, today, later) => {
      const prefix = await settle(w)
      for (let viewer = 0; viewer < PEOPLE; viewer += 1) {
        await compare(w, prefix, viewer, viewer % 2 ? today : later)
        comparisons += 2
      }
    }),
    { numRuns: WORLDS, seed: SEED, endOnFailure: true },
  )
  console.log(`${WORLDS} worlds, ${comparisons} set comparisons, seed ${SEED}`)
})

it(`ties nobody to themselves, both ways or not at all, and only within sight (seed ${SEED})`, {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.nat({ max: 11 }), async (w, day) => {
      const prefix = await settle(w)
      const pairs = new Set<string>()
      for (let viewer = 0; viewer < PEOPLE; viewer += 1) {
        if (!w.people[viewer]?.active) continue
        const ctx = context(`${prefix}-p-${viewer}`, DAYS[day] as string) as MemberCtx
        for (const tie of await tiesOf(ctx)) {
          const other = Number(tie.otherId.split('-').at(-1))
          expect(other).not.toBe(viewer)
          expect(reach(w, viewer, other, day)).toBeGreaterThan(0)
          const kind = tie.kind === 'mentor' || tie.kind === 'mentee' ? 'mentoring' : tie.kind
          pairs.add(`${viewer} ${other} ${kind} ${tie.startedOn} ${tie.finishedOn}`)
        }
      }
      for (const line of pairs) {
        const [one, other, ...rest] = line.split(' ')
        if (!w.people[Number(other)]?.active) continue
        expect(pairs.has([other, one, ...rest].join(' ')), line).toBe(true)
      }
    }),
    { numRuns: 300, seed: SEED, endOnFailure: true },
  )
})
