import { Best } from './best.ts'
import type { Facts } from './facts.ts'
import { ANY, CONNECTION, GROUP, MENTOR, NEARBY } from './kinds.ts'
import { WIDTH } from './lists.ts'
import { reach, type Scope, scopeFor } from './reach.ts'
import type { Asking, Suggestion } from './types.ts'

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
  const scope = scopeFor(facts, asOf, asking.exclude)
  const [tied, common, seen] = facts.scratch
  reach({ facts, scope, marks: tied.clear(facts.flags.length) }, person, ANY)
  const mine = connectedNow(facts, person, scope)
  common.clear(facts.flags.length)
  seen.clear(facts.flags.length)
  mine.forEach((friend, i) => {
    eachConnectedNow(facts, friend, scope, (other) => {
      if (seen.value[other] === i + 1) return
      seen.set(other, i + 1)
      common.tally(other)
    })
  })
  const best = new Best(asking.limit ?? 20)
  const offer = (other: number) => {
    const mask = tied.value[other]!
    if (other !== person && !(mask & CONNECTION)) best.offer(other, score(mask, common.value[other]!))
  }
  tied.each(offer)
  common.each((other) => tied.value[other] === 0 && offer(other))
  seen.clear(facts.flags.length)
  for (const friend of mine) seen.set(friend, 1)
  return best.list().map((one) => {
    const [mask, count] = [tied.value[one.person]!, common.value[one.person]!]
    const through = count === 0 ? [] : connectedNow(facts, one.person, scope, (m) => seen.value[m] === 1)
    return { ...one, mask, common: count, through: through.slice(0, asking.cap ?? 3) }
  })
}

function score(mask: number, common: number) {
  const ties = (mask & GROUP ? 2 : 0) + (mask & NEARBY ? 2 : 0) + (mask & MENTOR ? 4 : 0)
  return ties + 3 * common
}

/** With whom of `those` a person's connection is open on the day, by number, once each. */
function connectedNow(facts: Facts, person: number, scope: Scope, those?: (other: number) => boolean) {
  const people: number[] = []
  eachConnectedNow(facts, person, scope, (other) => {
    if (!those || those(other)) people.push(other)
  })
  return people.sort((a, b) => a - b).filter((other, i) => other !== people[i - 1])
}

/** A connection that ended and began again on one day comes twice. */
function eachConnectedNow(facts: Facts, person: number, scope: Scope, visit: (other: number) => void) {
  const lists = facts.connection.left
  const { data } = lists
  for (let at = lists.first(person), end = lists.last(person); at < end; at += WIDTH) {
    if (data[at + 1]! > scope.asOf || data[at + 2]! < scope.asOf) continue
    if (!scope.refuses(data[at]!)) visit(data[at]!)
  }
}
