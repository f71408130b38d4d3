import type Database from 'better-sqlite3'
import { capped, type Finding, inOneMoment } from './finding.ts'

/** What cannot come to be without an act: each row is named by a ledger entry. */
const FACTS = [
  'people',
  'stints',
  'stint_roles',
  'moves',
  'move_claims',
  'mentorships',
  'group_memberships',
  'group_leads',
  'connections',
  'connection_requests',
  'blocks',
  'pauses',
  'links',
  'person_merges',
] as const

/** Law L11: rows that appeared without an act. A made profession is one act for all its rows. */
export const unnamed = (client: Database.Database) => inOneMoment(client, () => unnamedIn(client))

function* unnamedIn(client: Database.Database): Generator<Finding> {
  const spoken = idsInLedger(client)
  const isMade = client.prepare(`select 1 from ledger where type = 'profession.seeded'`).get() !== undefined
  for (const table of FACTS)
    yield* capped(
      silent(client, table, (id) => spoken.has(id) || (isMade && MADE.test(id))),
      (rest) => ({
        check: 'laws',
        table,
        sentence: `${rest} more rows of ${table} are named by no entry of the ledger.`,
      }),
    )
}

const MADE = /^0000000\d-0000-7000-8000-\d{12}$/

function* silent(
  client: Database.Database,
  table: string,
  isNamed: (id: string) => boolean,
): Generator<Finding> {
  for (const row of client.prepare<[], string>(`select id from ${table}`).pluck().iterate())
    if (!isNamed(row))
      yield {
        check: 'laws',
        table,
        row,
        sentence: `Row ${row} of ${table} is named by no entry of the ledger. Write to us with this line: an act went unrecorded.`,
      }
}

/** Every id that the ledger speaks of, as one number each: eight bytes an id, however long the ledger. */
function idsInLedger(client: Database.Database) {
  const ids = client
    .prepare<[], string>(
      `select value from ledger, json_each(ledger.refs) where json_each.type = 'text'
        union all select person_id from ledger where person_id is not null`,
    )
    .pluck()
  let marks = new Float64Array(1024)
  let count = 0
  for (const id of ids.iterate()) {
    if (count === marks.length) marks = grown(marks)
    marks[count] = markOf(id)
    count += 1
  }
  const sorted = marks.subarray(0, count).sort()
  return { has: (id: string) => isIn(sorted, markOf(id)) }
}

function grown(marks: Float64Array) {
  const more = new Float64Array(marks.length * 2)
  more.set(marks)
  return more
}

const FNV = 0x01000193

/** 52 bits of a text. Two ids that share them by chance hide one finding in a thousand million. */
function markOf(id: string) {
  let [one, two] = [0x811c9dc5, 0x9dc5811c]
  for (let place = 0; place < id.length; place += 1) {
    one = Math.imul(one ^ id.charCodeAt(place), FNV)
    two = Math.imul(two ^ id.charCodeAt(place) ^ (one >>> 15), FNV)
  }
  return (one >>> 0) * 2 ** 20 + (two >>> 12)
}

function isIn(sorted: Float64Array, mark: number) {
  let [low, high] = [0, sorted.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = sorted[middle] as number
    if (found === mark) return true
    if (found < mark) low = middle + 1
    else high = middle - 1
  }
  return false
}
