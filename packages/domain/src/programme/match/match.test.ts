import fc from 'fast-check'
import { expect, it } from 'vitest'
import { breakTies } from './break-ties.ts'
import { check } from './check.ts'
import { countOf, type Lists, listsOf, type Market } from './market.ts'
import { match } from './match.ts'
import { NOBODY } from './propose.ts'
import { everyMatching, large, numbers, small } from './testing/markets.ts'

const SOUND = { blocking: 0, unacceptable: 0, over: 0 }
const isSound = (market: Market, made: Int32Array) => Object.values(check(market, made)).every((n) => n === 0)
const seeds = fc.integer({ min: 0, max: 2 ** 31 })
const pairs = (made: Int32Array) => made.filter((mentor) => mentor !== NOBODY).length

it('leaves no two who would both rather have each other, among every matching of small markets', () => {
  fc.assert(
    fc.property(small(), seeds, (market, seed) => {
      const made = match(market, { seed })
      expect(check(market, made)).toEqual(SOUND)
      expect(everyMatching(market).map(String)).toContain(String(made))
    }),
    { numRuns: 3000 },
  )
})

it('gives no mentee somebody worse than any stable matching of the lists as their ties were broken', () => {
  fc.assert(
    fc.property(small(), seeds, (market, seed) => {
      const strict = asBroken(market, seed)
      const made = match(market, { seed })
      const stable = everyMatching(market).filter((other) => isSound(strict, other))
      expect(stable.map(String)).toContain(String(made))
      for (const other of stable)
        other.forEach((mentor, mentee) => {
          expect(rankOf(strict.mentees, mentee, made[mentee]!)).toBeLessThanOrEqual(
            rankOf(strict.mentees, mentee, mentor),
          )
        })
    }),
    { numRuns: 3000 },
  )
})

it('makes at least half as many pairs as the most there could be', () => {
  fc.assert(
    fc.property(small(5, 3), seeds, (market, seed) => {
      const most = Math.max(...everyMatching(market).map(pairs))
      expect(pairs(match(market, { seed })) * 2).toBeGreaterThanOrEqual(most)
    }),
    { numRuns: 1000 },
  )
})

it('is the same every time for a seed', () => {
  fc.assert(
    fc.property(small(8, 6), seeds, (market, seed) => {
      expect(match(market, { seed })).toEqual(match(market, { seed }))
    }),
  )
})

it('puts the one who suits better first where a mentee ranks two the same', () => {
  const market: Market = {
    mentees: listsOf([
      [
        [0, 1],
        [1, 1],
      ],
    ]),
    mentors: listsOf([[[0, 1]], [[0, 1]]]),
    places: Int32Array.of(1, 1),
  }
  const weights = (mentees: number[]) => ({ mentees: Int32Array.from(mentees), mentors: Int32Array.of(0, 0) })
  for (const seed of [1, 2, 3, 4, 5]) {
    expect([...match(market, { seed, weights: weights([3, 9]) })]).toEqual([1])
    expect([...match(market, { seed, weights: weights([9, 3]) })]).toEqual([0])
  }
})

it('keeps locked pairs, gives their places to nobody else, and matches the others as if only those were left', () => {
  fc.assert(
    fc.property(small(5, 3), seeds, fc.nat(), fc.nat(), (market, seed, one, other) => {
      const [mentee, mentor] = [one % countOf(market.mentees), other % countOf(market.mentors)]
      fc.pre(market.places[mentor]! > 0)
      const locks = new Int32Array(countOf(market.mentees)).fill(NOBODY)
      locks[mentee] = mentor
      const made = match(market, { seed, locks })
      expect(made[mentee]).toBe(mentor)
      expect(check(market, made, (who) => who === mentee)).toEqual(SOUND)
    }),
    { numRuns: 2000 },
  )
})

it('stands up to the independent check on large markets with ties and short lists', () => {
  for (const [mentees, mentors, length] of [
    [2000, 700, 12],
    [5000, 3000, 25],
    [400, 20, 20],
  ] as const) {
    const market = large(mentees, mentors, length, Number(process.env.SEED))
    expect(check(market, match(market, { seed: 1 }))).toEqual(SOUND)
  }
})

it('is checked by something that sees a fault when there is one', () => {
  const market = large(300, 100, 8, 7)
  const made = match(market, { seed: 1 })
  const next = numbers(11)
  const matched = [...made.keys()].filter((mentee) => made[mentee] !== NOBODY)
  for (let round = 0; round < 50; round++) {
    const broken = made.slice()
    broken[matched[Math.floor(next() * matched.length)]!] = NOBODY
    expect(check(market, broken).blocking).toBeGreaterThan(0)
  }
  expect(check(market, made.slice().fill(0)).over).toBeGreaterThan(0)
  expect(check(market, made.slice().fill(0)).unacceptable).toBeGreaterThan(0)
})

/** The lists with the ties broken as a run breaks them. */
const asBroken = ({ mentees, mentors, places }: Market, seed: number): Market => ({
  mentees: breakTies(mentees, { seed, draw: 'each' }),
  mentors: breakTies(mentors, { seed: seed + 1, draw: 'one' }),
  places,
})

function rankOf({ start, to, rank }: Lists, owner: number, who: number) {
  for (let entry = start[owner]!; entry < start[owner + 1]!; entry++)
    if (to[entry] === who) return rank[entry]!
  return Number.POSITIVE_INFINITY
}
