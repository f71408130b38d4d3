import { type Found, finder, suiting } from './finder.ts'
import { countOf, type Lists, type Market } from './market.ts'
import { bestOf, type Pool } from './pool.ts'
import { MOST_RANKS, ranksOf } from './wished.ts'

/** A market made of people, and how well each entry of its lists suits, which decides between equal wishes. */
export interface Made {
  market: Market
  weights: { mentees: Int32Array; mentors: Int32Array }
}

/**
 * The lists of a pool. A mentee's holds their wishes, then the mentors who suit best up to the most that the rules
 * allow, then the mentors who wish for them; a mentor's holds the same pairs, wishes first. Whoever a rule or either
 * of the two keeps apart is on neither, wished for or not.
 */
export function candidates(pool: Pool): Made {
  const count = pool.mentees.subject.length
  const mine = ranksOf(pool.wishes.mentees)
  const theirs = ranksOf(pool.wishes.mentors)
  const wishedBy = turned(pool.wishes.mentors, count)
  const find = finder(pool)
  const rows: number[][] = Array.from({ length: count }, () => [])
  const back: number[][] = Array.from(pool.mentors.places, () => [])
  const rest = MOST_RANKS + 1 + bestOf(pool) + pool.weights.wished
  for (let mentee = 0; mentee < count; mentee++) {
    const [found, wishes] = [find(mentee), mine[mentee]!]
    for (const mentor of listed(pool, mentee, found, [...wishes.keys(), ...wishedBy[mentee]!])) {
      const well = found.suits[mentor]!
      const asMentor = well + (wishes.has(mentor) ? pool.weights.wished : 0)
      rows[mentee]!.push(packed(wishes.get(mentor) ?? rest - well, mentor, well))
      back[mentor]!.push(packed(theirs[mentor]!.get(mentee) ?? rest - asMentor, mentee, asMentor))
    }
  }
  const [mentees, mentors] = [flat(rows), flat(back)]
  const market = { mentees: mentees.lists, mentors: mentors.lists, places: pool.mentors.places }
  return { market, weights: { mentees: mentees.suits, mentors: mentors.suits } }
}

/** Wishes either way that may be, then who suits best. */
const listed = (pool: Pool, mentee: number, found: Found, wished: number[]) =>
  new Set([...wished.filter((mentor) => found.suits[mentor]! >= 0), ...suiting(pool, mentee, found)])

/** Who has each of `count` people on their list. */
function turned(lists: Lists, count: number): number[][] {
  const back: number[][] = Array.from({ length: count }, () => [])
  for (let owner = 0; owner < countOf(lists); owner++)
    for (let at = lists.start[owner]!; at < lists.start[owner + 1]!; at++) back[lists.to[at]!]!.push(owner)
  return back
}

/** One entry of a list as one number, which sorts by rank and then by whom: ranks and weights below 1,000, people below a million. */
const packed = (rank: number, who: number, suits: number) => (rank * MILLION + who) * THOUSAND + suits
const [THOUSAND, MILLION] = [2 ** 10, 2 ** 20]

function flat(rows: number[][]): { lists: Lists; suits: Int32Array } {
  const start = new Int32Array(rows.length + 1)
  rows.forEach((row, owner) => {
    start[owner + 1] = start[owner]! + row.length
  })
  const all = new Float64Array(start.at(-1)!)
  rows.forEach((row, owner) => {
    all.set(Float64Array.from(row).sort(), start[owner])
  })
  const of = (part: (entry: number) => number) => Int32Array.from(all, part)
  const [to, rank] = [
    of((entry) => Math.floor(entry / THOUSAND) % MILLION),
    of((entry) => Math.floor(entry / THOUSAND / MILLION)),
  ]
  return { lists: { start, to, rank }, suits: of((entry) => entry % THOUSAND) }
}
