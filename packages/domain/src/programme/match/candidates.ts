import { countOf, type Lists, type Market } from './market.ts'
import { allows, bestOf, common, type Pool, suits } from './pool.ts'
import { MOST_RANKS, ranksOf } from './wished.ts'

/** A market made of people, and how well each entry of its lists suits, which decides between equal wishes. */
export interface Made {
  market: Market
  weights: { mentees: Int32Array; mentors: Int32Array }
}

interface Entry {
  who: number
  rank: number
  suits: number
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
  const rows: Entry[][] = Array.from({ length: count }, () => [])
  const back: Entry[][] = Array.from(pool.mentors.places, () => [])
  const best = bestOf(pool)
  for (let mentee = 0; mentee < count; mentee++) {
    const found = suitable(pool, mentee)
    for (const mentor of chosen(pool, mentee, found, [...mine[mentee]!.keys()], wishedBy[mentee]!)) {
      const well = found[mentor]!
      const rest = MOST_RANKS + 1 + best - well
      rows[mentee]!.push({ who: mentor, rank: mine[mentee]!.get(mentor) ?? rest, suits: well })
      back[mentor]!.push({ who: mentee, rank: theirs[mentor]!.get(mentee) ?? rest, suits: well })
    }
  }
  const [mentees, mentors] = [flat(rows), flat(back)]
  const market = { mentees: mentees.lists, mentors: mentors.lists, places: pool.mentors.places }
  return { market, weights: { mentees: mentees.suits, mentors: mentors.suits } }
}

/** How well each mentor suits a mentee; -1 where they may not be put together. */
function suitable(pool: Pool, mentee: number): Int32Array {
  const { apart, known } = pool
  const found = new Int32Array(pool.mentors.places.length)
  for (let at = known.start[mentee]!; at < known.start[mentee + 1]!; at++)
    found[known.to[at]!] = known.rank[at]!
  for (let mentor = 0; mentor < found.length; mentor++) {
    const shared = common(pool, mentee, mentor)
    found[mentor] = allows(pool, mentee, mentor, shared) ? suits(pool, shared, found[mentor]!) : -1
  }
  for (let at = apart.start[mentee]!; at < apart.start[mentee + 1]!; at++) found[apart.to[at]!] = -1
  return found
}

/** Wishes either way, and those who suit best; each mentee looks round from a place of their own, so that equals share. */
function chosen(pool: Pool, mentee: number, found: Int32Array, wished: number[], wishedBy: number[]) {
  const count = found.length
  const byScore: number[][] = Array.from({ length: bestOf(pool) + 1 }, () => [])
  const from = (Math.imul(mentee + 1, 0x9e3779b1) ^ pool.seed) >>> 0
  for (let step = 0; step < count; step++) {
    const mentor = (from + step) % count
    if (found[mentor]! >= 0) byScore[found[mentor]!]!.push(mentor)
  }
  const suiting = byScore.reverse().flat().slice(0, pool.rules.most)
  return new Set([...wished, ...wishedBy, ...suiting].filter((mentor) => found[mentor]! >= 0))
}

/** Who has each of `count` people on their list. */
function turned(lists: Lists, count: number): number[][] {
  const back: number[][] = Array.from({ length: count }, () => [])
  for (let owner = 0; owner < countOf(lists); owner++)
    for (let at = lists.start[owner]!; at < lists.start[owner + 1]!; at++) back[lists.to[at]!]!.push(owner)
  return back
}

function flat(rows: Entry[][]): { lists: Lists; suits: Int32Array } {
  const start = new Int32Array(rows.length + 1)
  const all = rows.flatMap((row, owner) => {
    start[owner + 1] = start[owner]! + row.length
    return row.sort((a, b) => a.rank - b.rank || a.who - b.who)
  })
  const of = (key: keyof Entry) => Int32Array.from(all, (entry) => entry[key])
  return { lists: { start, to: of('who'), rank: of('rank') }, suits: of('suits') }
}
