import { between } from './between.ts'
import type { Facts } from './facts.ts'
import { ANY, KNOWN } from './kinds.ts'
import { WIDTH } from './lists.ts'
import type { Marks } from './marks.ts'
import { reach, scopeFor } from './reach.ts'
import type { Asking, Near, Through } from './types.ts'

/**
 * Those at a school on a day whom a person is tied to, or two hops from: known first, then nearby, then
 * two hops by how many are in between. Only people the person knows carry a second hop, and the far
 * link says whether it is known or nearby. At most `cap` in between are named; `total` counts them.
 */
export function near(
  facts: Facts,
  person: number,
  school: number,
  asOf: number,
  asking: Asking & { cap?: number } = {},
): Near[] {
  const scope = scopeFor(facts, asOf, asking.exclude)
  const people = facts.flags.length
  const mine = facts.scratch[0].clear(people)
  reach({ facts, scope, marks: mine }, person, ANY)
  const found: Near[] = []
  const known = { asOf, refuses: (middle: number) => (mine.value[middle]! & KNOWN) === 0 }
  for (const other of staff(facts, school, asOf)) {
    if (other === person || scope.refuses(other)) continue
    const mask = mine.value[other]!
    if (mask !== 0) {
      const reasons = between(facts, person, other, asOf)
      found.push({ person: other, distance: 1, mask, reasons, through: [], total: 0 })
      continue
    }
    const theirs = facts.scratch[1].clear(people)
    reach({ facts, scope: known, marks: theirs }, other, ANY)
    if (theirs.count === 0) continue
    const through = inBetween(mine, theirs).slice(0, asking.cap ?? 5)
    found.push({ person: other, distance: 2, mask: 0, reasons: [], through, total: theirs.count })
  }
  return found.sort((a, b) => rank(a) - rank(b) || b.total - a.total || a.person - b.person)
}

/** Who is at the school on the day, confirmed or not, once each. */
function staff(facts: Facts, school: number, asOf: number) {
  const lists = facts.school.right
  const there = new Set<number>()
  for (let at = lists.first(school), end = lists.last(school); at < end; at += WIDTH) {
    if (lists.data[at + 1]! <= asOf && asOf <= lists.data[at + 2]!) there.add(lists.data[at]!)
  }
  return there
}

function inBetween(mine: Marks, theirs: Marks): Through[] {
  const people = theirs.people().sort((a, b) => a - b)
  return people.map((person) => ({
    person,
    mine: mine.value[person]! & KNOWN,
    theirs: theirs.value[person]!,
  }))
}

const rank = (one: Near) => (one.distance === 2 ? 2 : one.mask & KNOWN ? 0 : 1)
