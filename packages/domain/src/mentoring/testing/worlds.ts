import fc from 'fast-check'

export const MANY = 6
const pair = fc.tuple(fc.nat(MANY - 1), fc.nat(MANY - 1)).filter(([one, other]) => one !== other)
const pairs = fc.uniqueArray(pair, { maxLength: 5, selector: ([one, other]) => `${one} ${other}` })
const eachOnce = fc.uniqueArray(pair, { maxLength: 5, selector: (two) => [...two].sort().join(' ') })
const some = fc.uniqueArray(fc.nat(MANY - 1), { maxLength: 2 })
/** A few people, what they are to each other, and what each is at just now; people are numbers. */
export const worlds = fc.record({
  groups: fc.array(fc.uniqueArray(fc.nat(MANY - 1), { minLength: 2, maxLength: 4 }), { maxLength: 3 }),
  known: eachOnce,
  blocked: pairs,
  apart: pairs,
  mentors: pairs,
  /** Whose question was answered long ago, and nobody ended it. */
  past: pairs,
  offering: fc.uniqueArray(fc.nat(MANY - 1), { minLength: 2, maxLength: MANY }),
  ...{
    away: some,
    paused: some,
    closed: some,
    full: some,
    school: fc.uniqueArray(fc.nat(MANY - 1), { maxLength: 4 }),
    leads: some,
    runs: some,
    tutors: some,
    unnamed: some,
    outside: some,
  },
  asksOutside: fc.boolean(),
})
export type World = typeof worlds extends fc.Arbitrary<infer One> ? One : never
