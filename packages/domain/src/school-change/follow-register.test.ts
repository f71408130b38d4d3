import { sql } from '@wirearchy/db'
import { addDays } from '@wirearchy/domain'
import { ledgerHead } from '@wirearchy/domain/ledger'
import { tiesOf } from '@wirearchy/domain/network'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { followRegister } from './index.ts'
import { type ChangeHouse, changeHouse } from './testing.ts'

const SEED = Number(process.env.SEED ?? 20260701)
const RUNS = Number(process.env.HISTORIES ?? 10)
const TYPES = [
  'Successor',
  'Successor - merged',
  'Predecessor',
  'Successor - Split School',
  'Result of Amalgamation',
]
const SCHOOLS = [0, 1, 2, 3, 4]

const world = fc.record({
  closes: fc.array(fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }), {
    minLength: 5,
    maxLength: 5,
  }),
  links: fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom(...TYPES)), { minLength: 2, maxLength: 7 }),
  stays: fc.array(fc.tuple(fc.nat(5), fc.nat(4), fc.integer({ min: 0, max: 600 })), {
    minLength: 4,
    maxLength: 9,
  }),
})
type World = typeof world extends fc.Arbitrary<infer Made> ? Made : never

const TODAY = '2026-12-15'

/** People at five schools, and then what the register says of them. */
async function lived({ closes, links, stays }: World) {
  const house = changeHouse('2026-01-05')
  const schools: string[] = []
  for (const n of SCHOOLS) schools.push(await house.register.row(`10000${n}`, { name: `School ${n}` }))
  const people: string[] = []
  for (const [who, at, since] of stays) {
    if (people[who])
      await house.moves(people[who], schools[at] as string, addDays(TODAY, -20)).catch(() => null)
    else people[who] = await house.at(`Person ${who}`, schools[at] as string, addDays('2024-01-01', since))
  }
  house.itIs(TODAY)
  for (const [n, day] of closes.entries())
    if (day !== null) await house.register.closes(`10000${n}`, addDays('2026-05-01', day))
  for (const [from, to, type] of links) await house.register.link(`10000${from}`, `10000${to}`, type)
  return { house, people: people.filter(Boolean) }
}

const told = async (house: ChangeHouse, people: string[]) => {
  const stays = []
  for (const who of people) stays.push(await house.stays(who))
  const changes = (await house.changes()).map(({ kind, state, effectiveOn, why }) =>
    [kind, state, effectiveOn, why].join(' '),
  )
  return { stays, changes: changes.sort() }
}

/** Everybody’s ties as of a day: who, and since when at the earliest. */
async function tied(house: ChangeHouse, people: string[], on: string) {
  const found = new Map<string, string>()
  for (const who of people)
    for (const { otherId, startedOn } of await tiesOf(house.as(who, on)))
      if ((found.get(`${who} ${otherId}`) ?? '9999') > startedOn) found.set(`${who} ${otherId}`, startedOn)
  return found
}

it(`takes nobody from anybody, gives nobody a colleague of before, and is silent the second time (seed ${SEED})`, {
  timeout: 120_000,
}, async () => {
  let changed = 0
  await fc.assert(
    fc.asyncProperty(world, async (told) => {
      const { house, people } = await lived(told)
      try {
        const before = await tied(house, people, TODAY)
        await house.daily()
        const after = await tied(house, people, TODAY)
        for (const [pair, since] of before) expect(after.get(pair) ?? '9999', `L4: ${pair}`).toBe(since)
        const ends = await house.store.read.rows<{ day: string }>(
          sql`select min(effective_on) as day from school_changes where state = 'applied'`,
        )
        const first = ends[0]?.day ?? '9999'
        for (const [pair, since] of after)
          if (!before.has(pair))
            expect(since > first, `${pair} since ${since}, first change ${first}`).toBe(true)
        if (after.size > before.size || first !== '9999') changed += 1
        const seq = await ledgerHead(house.store.read)
        expect(await followRegister(house.ctx())).toMatchObject({ applied: 0, needsReview: 0 })
        await house.daily()
        expect(await ledgerHead(house.store.read)).toBe(seq)
      } finally {
        await house.close()
      }
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: process.env.SHRINK !== '1' },
  )
  expect(changed).toBeGreaterThan(RUNS / 6)
})

it(`carries on where it was cut off, wherever that was (seed ${SEED})`, { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }),
      async (made, cuts) => {
        const whole = await lived(made)
        const cut = await lived(made)
        try {
          await whole.house.daily()
          for (const after of cuts) await followRegister(dyingAfter(cut.house, after)).catch(() => null)
          await cut.house.daily()
          expect(await told(cut.house, cut.people)).toEqual(await told(whole.house, whole.people))
        } finally {
          await whole.house.close()
          await cut.house.close()
        }
      },
    ),
    { seed: SEED, numRuns: RUNS, endOnFailure: process.env.SHRINK !== '1' },
  )
})

/** A process that is gone after so many transactions. */
function dyingAfter(house: ChangeHouse, transactions: number) {
  const ctx = house.ctx()
  let left = transactions
  const tx: typeof ctx.store.tx = (body, kind) => {
    if (left-- <= 0) throw new Error('The power went.')
    return ctx.store.tx(body, kind)
  }
  return { ...ctx, store: { ...ctx.store, read: ctx.store.read, tx } }
}
