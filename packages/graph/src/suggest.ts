import type { Facts } from './facts.ts'
import { ANY, CONNECTION, GROUP, MENTOR, NEARBY } from './kinds.ts'
import { WIDTH } from './lists.ts'
import { reach, type Scope, scopeFor } from './reach.ts'
import type { Asking, Suggestion } from './types.ts'

type Candidate = { person: number; score: number; mask: number; common: number }

/**
 * People to connect with: never connected before, best first. Each person both are connected with now
 * counts 3, a shared training group 2, one school at the same time 2, mentoring 4; equals by number.
 * `limit` (20) of them, each naming the first `cap` (3) people in common.
 */
export function suggest(
  facts: Facts,
  person: number,
  asOf: number,
  asking: Asking & { limit?: number; cap?: number } = {},
): Suggestion[] {
  const scope = scopeFor(facts, person, asOf, asking.exclude)
  const tied = facts.scratch[0].clear(facts.flags.length)
  reach({ facts, scope, marks: tied }, person, ANY)
  const mine = connectedNow(facts, person, scope)
  const common = facts.scratch[1].clear(facts.flags.length)
  for (const friend of mine) for (const other of connectedNow(facts, friend, scope)) common.tally(other)
  const candidates: Candidate[] = []
  const consider = (other: number) => {
    const [mask, count] = [tied.value[other]!, common.value[other]!]
    if (other === person || mask & CONNECTION) return
    candidates.push({ person: other, score: score(mask, count), mask, common: count })
  }
  for (const other of tied.people()) consider(other)
  for (const other of common.people()) if (tied.value[other] === 0) consider(other)
  const best = candidates
    .sort((a, b) => b.score - a.score || a.person - b.person)
    .slice(0, asking.limit ?? 20)
  return best.map((one) => ({ ...one, through: inCommon(facts, one, mine, scope).slice(0, asking.cap ?? 3) }))
}

function score(mask: number, common: number) {
  const ties = (mask & GROUP ? 2 : 0) + (mask & NEARBY ? 2 : 0) + (mask & MENTOR ? 4 : 0)
  return ties + 3 * common
}

function inCommon(facts: Facts, { person, common }: Candidate, mine: number[], scope: Scope) {
  if (common === 0) return []
  const theirs = new Set(connectedNow(facts, person, scope))
  return mine.filter((friend) => theirs.has(friend)).sort((a, b) => a - b)
}

/** With whom a person's connection is open on the day, once each. */
function connectedNow(facts: Facts, person: number, { asOf, refuses }: Scope) {
  const lists = facts.connection.left
  const people: number[] = []
  for (let at = lists.first(person), end = lists.last(person); at < end; at += WIDTH) {
    if (lists.data[at + 1]! > asOf || lists.data[at + 2]! < asOf || refuses(lists.data[at]!)) continue
    if (!people.includes(lists.data[at]!)) people.push(lists.data[at]!)
  }
  return people
}
