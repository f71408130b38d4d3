import { sql } from '@wirearchy/db'
import { addDays, type Day } from '@wirearchy/domain'
import { tieRows } from '@wirearchy/domain/network'
import { expect } from 'vitest'
import { type Facts, FOREVER, firstDays, type Shared, type Stay } from './facts.ts'
import type { Town } from './town.ts'

interface Row {
  otherId: string
  kind: Shared['kind']
  contextId: string | null
  from: Day
}

/** Every tie of one person as the product’s own statement gives it, before anybody’s sight. */
export const tiesSaid = (town: Town, personId: string, asOf: Day) =>
  town.store.read.rows<Row>(sql`
    select other_id as "otherId", kind, context_id as "contextId", started_on as "from"
    from (${tieRows(personId, asOf, town.today())}) tie`)

const inWords = ({ otherId, kind, contextId, from }: Row | Shared) =>
  `${kind} ${contextId} ${from} ${otherId}`

/** What the product says of a person’s ties as of a day is what plain loops over the rows find, reason by reason. */
export function saysTheFacts(said: Row[], { shared }: Facts, asOf: Day) {
  const found = shared.filter(({ from, hidden }) => from <= asOf && !hidden)
  expect([...new Set(said.map(inWords))].sort(), `the ties as of ${asOf}`).toEqual(
    [...new Set(found.map(inWords))].sort(),
  )
  return found.length
}

/** L5: what had begun by an earlier day is there on a later one, begun on the same day. */
export function nested(early: Row[], late: Row[]) {
  const later = firstDays(late as Shared[], FOREVER)
  for (const [other, since] of firstDays(early as Shared[], FOREVER))
    expect(later.get(other), `L5: tied to ${other} since ${since}`).toBe(since)
  return early.length
}

/** L3: nobody is tied to themselves. */
export function noSelf(personId: string, said: Row[]) {
  expect(
    said.some(({ otherId }) => otherId === personId),
    'L3',
  ).toBe(false)
}

/** L2: the other side says the same, reason by reason, from the same day. */
export async function mutual(town: Town, personId: string, said: Row[], otherId: string) {
  const turned = { mentor: 'mentee', mentee: 'mentor' } as Record<string, string>
  const theirs = (await tiesSaid(town, otherId, town.latest())).filter((row) => row.otherId === personId)
  const mine = said.filter((row) => row.otherId === otherId)
  const side = (rows: Row[], turn: boolean) =>
    rows.map(({ kind, contextId, from }) => `${(turn && turned[kind]) || kind} ${contextId} ${from}`).sort()
  expect(side(theirs, true), `L2: ${personId}–${otherId}`).toEqual(side(mine, false))
}

/** A person’s days in one place that were on record before and are not now. */
export interface DaysTaken {
  where: string
  days: Set<Day>
}

/** The days up to `until` that a person’s record no longer has. */
export function daysTaken(before: Stay[], now: Stay[], until: Day): DaysTaken[] {
  const wheres = [...new Set(before.map(({ where }) => where))]
  return wheres
    .map((where) => ({ where, days: minus(before, now, where, until) }))
    .filter(({ days }) => days.size > 0)
}

function minus(before: Stay[], now: Stay[], where: string, until: Day) {
  const there = (stays: Stay[], ties: boolean) =>
    stays.filter((stay) => stay.where === where && (!ties || stay.ties))
  const lost = new Set<Day>()
  for (const ties of [true, false]) {
    const rest = there(now, ties)
    for (const stay of there(before, ties))
      for (let day = stay.from; day <= stay.to && day <= until; day = addDays(day, 1)) {
        const covering = rest.find(({ from, to }) => from <= day && day <= to)
        if (!covering) lost.add(day)
        else if (covering.to >= until) break
        else day = covering.to
      }
  }
  return lost
}

export interface Change {
  personId: string
  before: Facts
  now: Facts
  /** What a corrected record took from either of two people: by person. Nobody’s else may explain a loss. */
  takenOf: (personId: string) => Promise<DaysTaken[]>
  until: { before: Day; now: Day }
}

/**
 * L1: whoever was tied stays tied, from no later a day. The one exception is exact: a day together is gone when, by
 * this very step’s entry in the ledger, one of the two was not there on it; and then that day and no other.
 */
export async function monotone({ personId, before, now, takenOf, until }: Change) {
  const after = firstDays(now.shared, until.now)
  for (const [other, since] of firstDays(before.shared, until.before)) {
    const still = after.get(other)
    if (still !== undefined && still <= since) continue
    const taken = [...(await takenOf(personId)), ...(await takenOf(other))]
    for (const shared of before.shared.filter(({ otherId }) => otherId === other))
      for (const day of daysLost(shared, now.shared, until.before))
        expect(
          taken.some(({ where, days }) => days.has(day) && isOf(shared, where)),
          `L1: ${personId} and ${other} shared ${day} (${shared.kind}), and it is gone`,
        ).toBe(true)
  }
  return before.shared.length
}

/** A mentorship lies inside a stay at a school; everything else in its own place. */
const isOf = ({ kind, contextId }: Shared, where: string) =>
  contextId === null ? kind !== 'connection' && where.startsWith('school ') : where === `${kind} ${contextId}`

function* daysLost(shared: Shared, now: Shared[], until: Day) {
  const rest = now.filter(
    ({ otherId, kind, contextId }) =>
      otherId === shared.otherId && kind === shared.kind && contextId === shared.contextId,
  )
  for (let day = shared.from; day <= shared.to && day <= until; day = addDays(day, 1)) {
    const covering = rest.find(({ from, to }) => from <= day && day <= to)
    if (!covering) yield day
    else if (covering.to >= until) break
    else day = covering.to
  }
}

/**
 * L4: what happens to a school changes nobody’s ties up to its own day. A new number is the same school: time that
 * somebody told of under it before its first day, or was carried to, turns out to be time with its people, who are
 * theirs from that time’s own start. It takes nobody’s tie, and gives none to two who had no such time.
 */
export function schoolBlind({ personId, before, now, day, toldEarly }: Blind) {
  const [was, is] = [firstDays(before.shared, day), firstDays(now.shared, day)]
  for (const other of new Set([...was.keys(), ...is.keys()])) {
    const [then, since] = [was.get(other) ?? FOREVER, is.get(other) ?? FOREVER]
    const starts = [personId, other].flatMap((id) => toldEarly.get(id) ?? [])
    const isFound = since < then && starts.some((start) => start <= since)
    expect(since === then || isFound, `L4: ties up to ${day}, ${other} since ${then}, now ${since}`).toBe(
      true,
    )
  }
}

export interface Blind {
  personId: string
  before: Facts
  now: Facts
  /** The day of what happened. */
  day: Day
  /** First days of time told of under a number that turned out to be the same school’s, by person. */
  toldEarly: Map<string, Day[]>
}

/**
 * L7: who is one now is tied to whom either was, from the first day of either; nothing is lost when they part, and each
 * gets back what was theirs alone. Days that one record only told of at a school where the other is known to have been
 * count as that one stay’s days, as they would of one person.
 */
export function oneOfTwo(how: 'joined' | 'parted' | 'as before', { before, now, ids }: Two) {
  const both = (facts: Facts[]) =>
    firstDays(
      facts.flatMap(({ shared }) => shared).filter(({ otherId }) => !ids.includes(otherId)),
      FOREVER,
    )
  const told = (first: Map<string, Day>) => [...first].map(([other, since]) => `${other} ${since}`).sort()
  if (how === 'as before') {
    for (const [place, facts] of now.entries())
      expect(inOrder(facts), 'L7: as before, to the row').toEqual(inOrder(before[place] as Facts))
  }
  if (how === 'joined')
    expect(told(withoutConfirmed(both(now), both(before), { before, now })), 'L7: joined').toEqual(
      told(both(before)),
    )
  const after = both(now)
  for (const [other, since] of both(before))
    expect((after.get(other) ?? FOREVER) <= since, `L7: ${how}, tied to ${other} since ${since}`).toBe(true)
  if (how === 'joined') expect(now[1]?.shared, 'L7: nothing left under the other record').toEqual([])
}

/** The first days of now; of those whom only days count with that one record told of, and the other confirms, as before. */
function withoutConfirmed(is: Map<string, Day>, was: Map<string, Day>, { before, now }: Omit<Two, 'ids'>) {
  const isConfirmed = (other: string, since: Day) =>
    (now[0]?.shared ?? []).some(
      ({ otherId, from, kind, contextId }) =>
        otherId === other && from === since && confirms(before, `${kind} ${contextId}`, since),
    )
  const asBefore = [...is].flatMap(([other, since]) => {
    const then = was.get(other)
    if (since >= (then ?? FOREVER) || !isConfirmed(other, since)) return [[other, since] as const]
    return then ? [[other, then] as const] : []
  })
  return new Map(asBefore)
}

/** True of a day that one of two records told of somewhere, in a stay that overlaps one of the other’s that is sure. */
const confirms = (before: Facts[], where: string, day: Day) =>
  [before, before.toReversed()].some(([one, other]) =>
    one?.stays.some(
      (told) =>
        told.where === where &&
        !told.ties &&
        told.from <= day &&
        day <= told.to &&
        other?.stays.some(
          (sure) => sure.where === where && sure.ties && sure.from <= told.to && told.from <= sure.to,
        ),
    ),
  )

/** The winner and the loser, in this order. */
export interface Two {
  ids: string[]
  before: Facts[]
  now: Facts[]
}

/** Every shared time and stay in words; whether one is hidden changes with the day, and is no part of it. */
const inOrder = ({ shared, stays }: Facts) =>
  [
    ...shared.map((one) => `${inWords(one)} ${one.to}`),
    ...stays.map(({ where, from, to, ties }) => `${where} ${from} ${to} ${ties}`),
  ].sort()
