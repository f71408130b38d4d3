import type { Facts } from './facts.ts'
import { KNOWN } from './kinds.ts'
import type { Marks, Scanned } from './marks.ts'
import { reach, type Scope } from './reach.ts'

/** A bit no kind of tie uses: the end a search began from. */
const START = 256

/** Level by level from either end: `near[0]` is the one, `far[0]` the other; `middle` is whom both last met. */
export type Meeting = { near: number[][]; far: number[][]; middle: number[] }

type Side = { levels: number[][]; marks: Marks; scanned: Scanned }

/** Searches from both ends until they meet: `from` first, then the smaller side; null if no way is short enough. */
export function searchFromBothEnds(
  facts: Facts,
  scope: Scope,
  from: number,
  to: number,
  maxLength: number,
): Meeting | null {
  if (Math.max(from, to) >= facts.flags.length) return null
  const near = begin(facts, from, 0)
  const far = begin(facts, to, 1)
  for (let length = 1; length <= maxLength; length++) {
    const [one, other] = near.levels.at(-1)!.length <= far.levels.at(-1)!.length ? [near, far] : [far, near]
    const met = expand(facts, scope, one).filter((person) => other.marks.value[person] !== 0)
    if (met.length > 0) return { near: near.levels, far: far.levels, middle: met }
    if (one.levels.at(-1)!.length === 0) return null
  }
  return null
}

function begin(facts: Facts, person: number, side: 0 | 1): Side {
  const marks = facts.scratch[side].clear(facts.flags.length)
  marks.add(person, START)
  return { levels: [[person]], marks, scanned: facts.scanned[side].clear() }
}

/** One step further out from everybody on the last level; the new ones are the next. */
function expand(facts: Facts, scope: Scope, { levels, marks, scanned }: Side) {
  const before = marks.count
  for (const person of levels.at(-1)!) reach({ facts, scope, marks, scanned }, person, KNOWN)
  const level = marks.people(before)
  levels.push(level)
  return level
}
