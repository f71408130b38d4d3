import { countOf, type Market } from './market.ts'
import { seatsOf } from './seats-of.ts'

/** Nobody: a mentee without a mentor. */
export const NOBODY = -1

/**
 * Deferred acceptance, mentees proposing (Gale, Shapley 1962; for several places: Roth 1984; Gusfield, Irving 1989).
 * Each mentee asks down their list; a mentor holds the best who asked so far, as many as there are places. In lists
 * without ties the result is the stable matching that is best for every mentee at once. A full mentor's last place
 * only ever goes to somebody better, so one mark walks up each list and the work is linear in the length of all lists.
 * @param locks the mentor whom somebody is to have whatever the lists say, by mentee, or NOBODY
 * @returns each mentee's mentor, or NOBODY
 */
export function propose(market: Market, locks?: Int32Array): Int32Array {
  const round = opened(market, locks)
  for (let first = 0; first < round.mentorOf.length; first++) {
    let asking = round.mentorOf[first] === NOBODY ? first : NOBODY
    while (asking !== NOBODY) asking = settle(round, asking)
  }
  return round.mentorOf
}

/** Asks down one mentee's list until somebody holds them. Returns whom that turned away, or NOBODY. */
function settle(round: Round, asking: number): number {
  const { mentees, mentors, places } = round.market
  const { seats, next, held, count, worst, mentorOf } = round
  const end = mentees.start[asking + 1]!
  while (next[asking]! < end) {
    const entry = next[asking]!++
    const [mentor, seat] = [mentees.to[entry]!, seats[entry]!]
    const isFull = count[mentor]! >= places[mentor]!
    if (seat === NOBODY || (isFull && seat > worst[mentor]!)) continue
    held[seat] = 1
    mentorOf[asking] = mentor
    if (!isFull) {
      count[mentor]!++
      worst[mentor] = Math.max(worst[mentor]!, seat)
      return NOBODY
    }
    const out = mentors.to[worst[mentor]!]!
    mentorOf[out] = NOBODY
    held[worst[mentor]!] = 0
    while (held[worst[mentor]!] === 0) worst[mentor]!--
    return out
  }
  return NOBODY
}

interface Round {
  market: Market
  /** Where each mentee's entry stands in that mentor's list. */
  seats: Int32Array
  /** The next entry to ask, by mentee. */
  next: Int32Array
  /** 1 for whom a mentor holds, along the mentors' lists. */
  held: Uint8Array
  count: Int32Array
  /** Where the worst whom a mentor holds stands in their list. */
  worst: Int32Array
  mentorOf: Int32Array
}

/** Locked pairs stand from the start: they ask nobody, nobody displaces them, and each takes a place. */
const opened = (market: Market, locks?: Int32Array): Round => ({
  market,
  seats: seatsOf(market.mentees, market.mentors),
  next: market.mentees.start.slice(),
  held: new Uint8Array(market.mentors.to.length),
  count: heldByLocks(market.places.length, locks),
  worst: new Int32Array(market.places.length).fill(NOBODY),
  mentorOf: locks?.slice() ?? new Int32Array(countOf(market.mentees)).fill(NOBODY),
})

function heldByLocks(mentors: number, locks: Int32Array = new Int32Array()) {
  const count = new Int32Array(mentors)
  for (const mentor of locks) if (mentor !== NOBODY) count[mentor]!++
  return count
}
