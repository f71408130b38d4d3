import { sql } from '@wirearchy/db'
import { ledgerAgrees } from '@wirearchy/domain/ledger'
import { openNetworkIndex } from '@wirearchy/domain/network'
import { addStint } from '@wirearchy/domain/stint'
import { canSee } from '@wirearchy/domain/visibility'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dump, join, part } from './testing/join.ts'
import { notOfOne } from './testing/mentoring-of-one.ts'
import { type Dice, randomWorld, type World } from './testing/world.ts'

const SEED = Number(process.env.SEED ?? 20_260_701)
const WORLDS = Number(process.env.WORLDS ?? 20)
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

/** Worlds in which two records say together what neither said alone, or what came since stands where a row was; they come first. */
const MEETING = [[9], [48], [156], [253], [1904], [2147483631], [2147483632]] satisfies [number][]

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
    { numRuns: WORLDS, seed: SEED, examples: MEETING, endOnFailure: true },
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

/** Who of the others sees a record, whom it sees, and between whom stands a block: pairs of ids. */
async function sights({ as, others, winner, loser, store }: World) {
  const seen = new Set<string>()
  for (const other of others)
    for (const id of [winner, loser]) {
      if (await canSee(as(other), id)) seen.add(`${other} ${id}`)
      if (await canSee(as(id), other)) seen.add(`${id} ${other}`)
    }
  const open = await store.read.rows<{ one: string; other: string }>(
    sql`select blocker_id as one, blocked_id as other from blocks where lifted_at is null`,
  )
  return { seen, blocked: new Set(open.flatMap(({ one, other }) => [`${one} ${other}`, `${other} ${one}`])) }
}

/** The one is seen by whoever saw either, and sees whom either saw, except past a block of either; the other by nobody. */
async function unitedSight(world: World, before: Awaited<ReturnType<typeof sights>>) {
  const { winner, loser, others } = world
  const { seen } = await sights(world)
  const hides = (await world.store.read.rows(sql`select 1 from audiences where level = 'only_me'`)).length > 0
  for (const other of others) {
    const isBlocked = [winner, loser].some((id) => before.blocked.has(`${other} ${id}`))
    for (const [now, then] of [
      [`${other} ${winner}`, `${other} ${loser}`],
      [`${winner} ${other}`, `${loser} ${other}`],
    ] as const) {
      const isExpected = !isBlocked && (before.seen.has(now) || before.seen.has(then))
      if (!hides || seen.has(now)) expect([now, seen.has(now)]).toEqual([now, isExpected])
      expect([then, seen.has(then)]).toEqual([then, false])
    }
  }
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
    const untold = await differing(store)
    const tied = [await world.ties(winner), await world.ties(loser)]
    const inSight = await sights(world)
    const mergeId = await join(ctx(), loser, winner)
    await unitedSight(world, inSight)
    await together(world, tied)
    expect(await notOfOne(world)).toEqual([])
    expect(await world.ties(loser)).toEqual(new Map())
    await index.catchUp()
    expect((await differing(store)).filter((id) => !untold.includes(id))).toEqual([])
    expect(index.dump()).toEqual((await openNetworkIndex(store)).dump())
    const { left } = await part(ctx(), mergeId)
    expect(left).toEqual([])
    expect(await dump(store)).toEqual(before)
    await index.catchUp()
    expect((await differing(store)).filter((id) => !untold.includes(id))).toEqual([])
    expect(index.dump()).toEqual((await openNetworkIndex(store)).dump())
    rows += before.length
    const [listed] = await store.read.rows<{ n: number }>(sql`select count(*) as n from person_merge_items`)
    changes += listed?.n ?? 0
  })
  console.log(`${WORLDS} worlds, seed ${SEED}: ${rows} rows, ${changes} changes made and taken back`)
  expect(changes).toBeGreaterThan(WORLDS)
})

/** Rows of which the ledger says something else than their table. */
const differing = async ({ read }: World['store']) => (await ledgerAgrees(read)).differ.map(({ id }) => id)

const liveStays = ({ store, winner }: World, besides = '') =>
  store.read.rows(
    sql`select * from stints where person_id = ${winner} and voided_at is null and school_id <> ${besides} order by id`,
  )

it(`lets her next word about her career move nothing that was told before, in ${WORLDS} worlds`, {
  timeout: 300_000,
}, async () => {
  let kept = 0
  await withWorlds(async (world) => {
    const { winner, loser, ctx, as, school } = world
    await join(ctx(), loser, winner)
    const before = await liveStays(world)
    const schoolId = await school('Dale')
    await addStint(as(winner), {
      ...{ schoolId, kind: 'volunteer', role: null, pattern: null },
      ...{ startedOn: '2025-11-03', finishedOn: null },
    })
    expect(await liveStays(world, schoolId)).toEqual(before)
    kept += before.length
  })
  expect(kept).toBeGreaterThan(WORLDS)
})

it(`parts two records whatever was lived between, and leaves no row of either astray, in ${WORLDS} worlds`, {
  timeout: 300_000,
}, async () => {
  let restored = 0
  let stayed = 0
  await withWorlds(async (world) => {
    const { store, winner, loser, ctx } = world
    const mergeId = await join(ctx(), loser, winner)
    world.asOne()
    await world.live(ACTS / 2)
    const parted = await part(ctx(), mergeId)
    restored += parted.restored
    stayed += parted.left.length
    for (const id of [winner, loser])
      expect([...(await world.ties(id)).keys()].filter((key) => key.endsWith(id))).toEqual([])
    const astray = await store.read.rows(sql`
      select c.id from move_claims c join stints s on s.id = c.stint_id where s.person_id <> c.person_id
      union all select m.id from mentorships m join stints s on s.id = m.mentee_stint_id where s.person_id <> m.mentee_id
      union all select m.id from mentorships m join stints s on s.id = m.mentor_stint_id where s.person_id <> m.mentor_id
      union all select one.id from mentorships one join mentorships other on other.mentee_stint_id = one.mentee_stint_id
        and other.id > one.id and one.kind = 'statutory' and other.kind = 'statutory'
        where one.voided_at is null and other.voided_at is null
        and one.started_on <= coalesce(other.finished_on, '9999-12-31')
        and other.started_on <= coalesce(one.finished_on, '9999-12-31')`)
    expect(astray).toEqual([])
  })
  console.log(
    `${WORLDS} worlds, seed ${SEED}: ${restored} steps taken back, ${stayed} left to what came since`,
  )
  expect(stayed).toBeGreaterThan(0)
})
