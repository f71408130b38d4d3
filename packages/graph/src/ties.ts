import { inOrder } from './between.ts'
import { type Facts, KNOWN_ONLY } from './facts.ts'
import { CONNECTION, GROUP, MENTOR, NEARBY } from './kinds.ts'
import { type Lists, WIDTH } from './lists.ts'
import { scopeFor } from './reach.ts'
import type { Table } from './table.ts'
import type { Asking, Reason, Tie } from './types.ts'

/**
 * Everybody tied to a person as of a day, by number, with every reason: the same walk as `reach`, with
 * the reasons gathered on the way, which is cheaper than asking why for one person after another.
 */
export function ties(facts: Facts, person: number, asOf: number, asking: Asking = {}): Tie[] {
  const scope = scopeFor(facts, asOf, asking.exclude)
  const ties = new Map<number, Tie>()
  const add = (other: number, reason: Reason) => {
    const tie = ties.get(other)
    if (tie) {
      tie.mask |= reason.kind
      tie.reasons.push(reason)
    } else if (!scope.refuses(other)) ties.set(other, { person: other, mask: reason.kind, reasons: [reason] })
  }
  gatherShared(facts.group, person, GROUP, asOf, add)
  const open = (other: number) => (facts.flags[other]! & KNOWN_ONLY) === 0
  const openly = (other: number, reason: Reason) => open(other) && add(other, reason)
  if (open(person)) gatherShared(facts.school, person, NEARBY, asOf, openly)
  gatherPairs(facts.mentorship.left, person, MENTOR, asOf, add)
  gatherPairs(facts.connection.left, person, CONNECTION, asOf, add)
  const all = [...ties.values()].sort((a, b) => a.person - b.person)
  for (const { reasons } of all) if (reasons.length > 1) reasons.sort(inOrder)
  return all
}

type Add = (other: number, reason: Reason) => void

function gatherShared({ left, right }: Table, person: number, kind: number, asOf: number, add: Add) {
  const [mine, theirs] = [left.data, right.data]
  for (let own = left.first(person), last = left.last(person); own < last; own += WIDTH) {
    const [context, begun, until] = [mine[own]!, mine[own + 1]!, mine[own + 2]!]
    if (begun > asOf || (mine[own + 3]! & 1) === 0) continue
    for (let at = right.first(context), end = right.last(context); at < end; at += WIDTH) {
      const from = Math.max(begun, theirs[at + 1]!)
      const to = Math.min(until, theirs[at + 2]!)
      if (from > to || from > asOf || (theirs[at + 3]! & 1) === 0 || theirs[at] === person) continue
      add(theirs[at]!, { kind, context, from, to, mentor: -1 })
    }
  }
}

function gatherPairs(lists: Lists, person: number, kind: number, asOf: number, add: Add) {
  const { data } = lists
  for (let at = lists.first(person), end = lists.last(person); at < end; at += WIDTH) {
    const [other, from, to] = [data[at]!, data[at + 1]!, data[at + 2]!]
    if (from > asOf) continue
    const mentor = kind !== MENTOR ? -1 : data[at + 3]! & 1 ? person : other
    add(other, { kind, context: -1, from, to, mentor })
  }
}
