import { rowsBy } from './colleagues.ts'
import { dayOf, OPEN, TODAY } from './days.ts'
import type { Memberships, People } from './groups.ts'
import { hashOf, type Random } from './random.ts'

/** Confirmed connections, a < b, once each. `last` and `contacts`: last day in touch, and how often. */
export type Connections = {
  a: Int32Array
  b: Int32Array
  from: Int32Array
  to: Int32Array
  last: Int32Array
  contacts: Int32Array
}

const MOST = 1200

/** Each person asks a few others (a few ask very many): trained with, worked with, well known, or anybody. */
export function makeConnections(
  random: Random,
  seed: number,
  people: People,
  memberships: Memberships,
  colleague: (random: Random, person: number) => number,
): Connections {
  const groupOf = new Int32Array(people.count)
  memberships.person.forEach((person, row) => {
    groupOf[person] = memberships.group[row]!
  })
  const members = rowsBy(memberships.group, Math.max(...memberships.group) + 1)
  const peer = (person: number) => {
    const rows = members(groupOf[person]!)
    return memberships.person[rows[random.below(rows.length)]!]!
  }
  const ends: number[] = []
  const seen = new Set<number>()
  for (const person of random.order(people.count)) {
    const wanted = Math.min(MOST, Math.round(Math.exp(1.84 + 1.2 * random.normal())))
    for (let i = 0; i < wanted; i++) {
      const other = partner(random, people, person, peer, colleague, ends)
      const key = Math.min(person, other) * people.count + Math.max(person, other)
      if (other < 0 || other === person || seen.has(key)) continue
      seen.add(key)
      ends.push(person, other)
    }
  }
  return dated(ends, seed, people)
}

function partner(
  random: Random,
  people: People,
  person: number,
  peer: (person: number) => number,
  colleague: (random: Random, person: number) => number,
  ends: number[],
) {
  const at = random.next()
  if (at < 0.35) return peer(person)
  if (at < 0.68) return colleague(random, person)
  if (at >= 0.94 || ends.length === 0) return random.below(people.count)
  const popular = () => ends[random.below(ends.length)]!
  let other = popular()
  const close = at < 0.86
  for (let tries = 0; close && tries < 8 && people.region[other] !== people.region[person]; tries++)
    other = popular()
  return other
}

/** Days that depend on the two people alone: from when both had begun; one in twenty has ended. */
function dated(ends: number[], seed: number, people: People): Connections {
  const count = ends.length / 2
  const column = () => new Int32Array(count)
  const rows = { a: column(), b: column(), from: column(), to: column(), last: column(), contacts: column() }
  for (let row = 0; row < count; row++) {
    const [one, other] = [ends[row * 2]!, ends[row * 2 + 1]!]
    const [a, b] = [Math.min(one, other), Math.max(one, other)]
    const part = (n: number) => hashOf(a, b, seed + n) / 2 ** 32
    const begun = dayOf(Math.max(people.entryYear[a]!, people.entryYear[b]!), 9, 1)
    const from = begun + Math.floor(part(1) * (TODAY - begun))
    const to = part(2) < 0.05 ? from + Math.floor(part(3) * (TODAY - from)) : OPEN
    rows.a[row] = a
    rows.b[row] = b
    rows.from[row] = from
    rows.to[row] = to
    rows.last[row] = from + Math.floor(part(4) * (Math.min(to, TODAY) - from))
    rows.contacts[row] = 1 + Math.floor(part(5) ** 3 * 40)
  }
  return rows
}
