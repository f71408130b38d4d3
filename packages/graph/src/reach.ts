import { type Facts, HIDDEN, KNOWN_ONLY } from './facts.ts'
import { CONNECTION, GROUP, MENTOR, NEARBY } from './kinds.ts'
import { type Lists, WIDTH } from './lists.ts'
import type { Marks, Scanned } from './marks.ts'
import type { Table } from './table.ts'
import type { Exclude } from './types.ts'

/** As of which day, and who must not turn up. */
export type Scope = { asOf: number; refuses: (person: number) => boolean }

/** Nobody meets hidden or excluded people; whoever asks need not be met. */
export function scopeFor(facts: Facts, asOf: number, exclude?: Exclude): Scope {
  const { flags } = facts
  if (!exclude) return { asOf, refuses: (person) => (flags[person]! & HIDDEN) !== 0 }
  const excluded = typeof exclude === 'function' ? exclude : (person: number) => exclude.has(person)
  return { asOf, refuses: (person) => (flags[person]! & HIDDEN) !== 0 || excluded(person) }
}

/** One question's wanderings: what it looks through, under which scope, and where it notes whom it met. */
export type Search = { facts: Facts; scope: Scope; marks: Marks; scanned?: Scanned }

/**
 * Marks everybody tied to `person` by one of `kinds`, once each, with the kinds found. A tie is there
 * as of a day if its overlap began on or before it. With `scanned`, groups that an earlier person of
 * the same search covered are skipped: right for "whom do we reach", not for the kinds.
 */
export function reach(search: Search, person: number, kinds: number) {
  const { facts } = search
  if (kinds & GROUP) reachShared(search, facts.group, person, GROUP, 0, search.scanned)
  const alone = (facts.flags[person]! & KNOWN_ONLY) !== 0
  if (kinds & NEARBY && !alone) reachShared(search, facts.school, person, NEARBY, KNOWN_ONLY)
  if (kinds & MENTOR) reachPairs(search, facts.mentorship.left, person, MENTOR)
  if (kinds & CONNECTION) reachPairs(search, facts.connection.left, person, CONNECTION)
}

/** Through each context of the person; `bar` is the flag that keeps the others out. */
function reachShared(
  search: Search,
  table: Table,
  person: number,
  bit: number,
  bar: number,
  scanned?: Scanned,
) {
  const { data } = table.left
  const { scope } = search
  for (let at = table.left.first(person), end = table.left.last(person); at < end; at += WIDTH) {
    const context = data[at]!
    const from = data[at + 1]!
    const to = data[at + 2]!
    if (from > scope.asOf || (data[at + 3]! & 1) === 0) continue
    if (scanned?.covers(context, from, to)) continue
    meet(search, table.right, context, person, from, Math.min(to, scope.asOf), bit, bar)
  }
}

/** Marks those in the context on some day from `from` to `until`, inclusive. */
function meet(
  { facts, scope, marks }: Search,
  lists: Lists,
  context: number,
  person: number,
  from: number,
  until: number,
  bit: number,
  bar: number,
) {
  const { data } = lists
  const { flags } = facts
  for (let at = lists.first(context), end = lists.last(context); at < end; at += WIDTH) {
    if (data[at + 1]! > until || data[at + 2]! < from || (data[at + 3]! & 1) === 0) continue
    const other = data[at]!
    if (other === person || (bar !== 0 && (flags[other]! & bar) !== 0)) continue
    if (marks.value[other] !== 0 || !scope.refuses(other)) marks.add(other, bit)
  }
}

function reachPairs({ scope, marks }: Search, lists: Lists, person: number, bit: number) {
  const { data } = lists
  for (let at = lists.first(person), end = lists.last(person); at < end; at += WIDTH) {
    if (data[at + 1]! > scope.asOf) continue
    const other = data[at]!
    if (marks.value[other] !== 0 || !scope.refuses(other)) marks.add(other, bit)
  }
}
