import { between } from './between.ts'
import type { Facts } from './facts.ts'
import { ANY } from './kinds.ts'
import { reach, scopeFor } from './reach.ts'
import type { Asking, Tie } from './types.ts'

/** Everybody tied to a person as of a day, by number, with every reason. */
export function ties(facts: Facts, person: number, asOf: number, asking: Asking = {}): Tie[] {
  const scope = scopeFor(facts, asOf, asking.exclude)
  const marks = facts.scratch[0].clear(facts.flags.length)
  reach({ facts, scope, marks }, person, ANY)
  const people = marks.people().sort((a, b) => a - b)
  return people.map((other) => ({
    person: other,
    mask: marks.value[other]!,
    reasons: between(facts, person, other, asOf),
  }))
}
