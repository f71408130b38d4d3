import fc from 'fast-check'
import { OPEN } from '../kinds.ts'
import type { PairRow, SchoolSpanRow } from '../types.ts'
import type { Rows } from './rows.ts'

const DAYS = 14
export const PEOPLE = 8
export const SCHOOLS = 3

/** A first day, in a fortnight so short that spans touch, just miss, and last one day. */
const firstDay = fc.integer({ min: -2, max: DAYS })

/** The day a question is asked of: often late, when most has happened. */
export const day = fc.oneof(firstDay, fc.integer({ min: DAYS - 4, max: DAYS }))
export const person = fc.integer({ min: 0, max: PEOPLE - 1 })
export const without = fc.array(person, { maxLength: 2 }).map((people) => new Set(people))

const end = (from: number) => fc.oneof(fc.integer({ min: from, max: from + 6 }), fc.constant(OPEN))

/** One person's days in one of the first `contexts` contexts. */
export function span(contexts: number): fc.Arbitrary<Omit<SchoolSpanRow, 'row'>> {
  const context = fc.integer({ min: 0, max: contexts - 1 })
  const confirmed = fc.constantFrom(true, true, true, false)
  return firstDay.chain((from) =>
    fc.record({ person, context, from: fc.constant(from), to: end(from), confirmed }),
  )
}

/** Two different people and some days. */
export const pair: fc.Arbitrary<Omit<PairRow, 'row'>> = fc
  .record({ a: person, gap: fc.integer({ min: 1, max: PEOPLE - 1 }), from: firstDay })
  .chain(({ a, gap, from }) => end(from).map((to) => ({ a, b: (a + gap) % PEOPLE, from, to })))

const many = <T>(one: fc.Arbitrary<T>, most: number) =>
  fc
    .array(one, { minLength: most >> 2, maxLength: most, size: 'max' })
    .map((all) => all.map((each, row) => ({ ...each, row })))

/** A small world with every kind of tie in it, hidden people, and people tied by what they know only. */
export const world: fc.Arbitrary<Rows> = fc.record({
  people: fc.constant(PEOPLE),
  groupSpans: many(
    span(3).map(({ confirmed, ...rest }) => rest),
    14,
  ),
  schoolSpans: many(span(SCHOOLS), 16),
  mentorships: many(pair, 4),
  connections: many(pair, 14),
  hidden: fc.uniqueArray(person, { maxLength: 1 }),
  knownOnly: fc.uniqueArray(person, { maxLength: 2 }),
})

/** Runs a law on many worlds and prints its seed, so that a failure can be met again (SEED=… npx vitest run). */
export function holds<T>(name: string, many: fc.Arbitrary<T>, law: (world: T) => void, runs = 400) {
  const seed = Number(process.env.SEED)
  console.info(`${name}: ${runs} worlds, seed ${seed}`)
  fc.assert(fc.property(many, law), { seed, numRuns: runs })
}
