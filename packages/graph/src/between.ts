import { type Facts, KNOWN_ONLY } from './facts.ts'
import { CONNECTION, GROUP, MENTOR, NEARBY } from './kinds.ts'
import { type Lists, WIDTH } from './lists.ts'
import type { Reason } from './types.ts'

/** Why two people are tied as of a day, by kind, context and first day; a reason for each overlap. */
export function between(facts: Facts, a: number, b: number, asOf: number): Reason[] {
  if (a === b) return []
  const reasons: Reason[] = []
  shared(facts.group.left, a, b, GROUP, asOf, reasons)
  const alone = ((facts.flags[a] ?? 0) | (facts.flags[b] ?? 0)) & KNOWN_ONLY
  if (!alone) shared(facts.school.left, a, b, NEARBY, asOf, reasons)
  paired(facts.mentorship.left, a, b, MENTOR, asOf, reasons)
  paired(facts.connection.left, a, b, CONNECTION, asOf, reasons)
  return reasons.length > 1 ? reasons.sort(inOrder) : reasons
}

function shared(lists: Lists, a: number, b: number, kind: number, asOf: number, reasons: Reason[]) {
  const { data } = lists
  for (let mine = lists.first(a), end = lists.last(a); mine < end; mine += WIDTH) {
    for (let theirs = lists.first(b), last = lists.last(b); theirs < last; theirs += WIDTH) {
      if (data[mine] !== data[theirs] || (data[mine + 3]! & data[theirs + 3]! & 1) === 0) continue
      const from = Math.max(data[mine + 1]!, data[theirs + 1]!)
      const to = Math.min(data[mine + 2]!, data[theirs + 2]!)
      if (from <= to && from <= asOf) reasons.push({ kind, context: data[mine]!, from, to, mentor: -1 })
    }
  }
}

function paired(lists: Lists, a: number, b: number, kind: number, asOf: number, reasons: Reason[]) {
  const swap = lists.last(a) - lists.first(a) > lists.last(b) - lists.first(b)
  const [one, other] = swap ? [b, a] : [a, b]
  const { data } = lists
  for (let at = lists.first(one), end = lists.last(one); at < end; at += WIDTH) {
    if (data[at] !== other || data[at + 1]! > asOf) continue
    const mentor = kind === MENTOR ? (data[at + 3]! & 1 ? one : other) : -1
    reasons.push({ kind, context: -1, from: data[at + 1]!, to: data[at + 2]!, mentor })
  }
}

export function inOrder(a: Reason, b: Reason) {
  return a.kind - b.kind || a.context - b.context || a.from - b.from || a.to - b.to || a.mentor - b.mentor
}
