import { breakTies } from './break-ties.ts'
import type { Market } from './market.ts'
import { propose } from './propose.ts'

/** How equals are told apart, and who is held. */
export interface Terms {
  seed: number
  /** How well each entry of the mentees' lists suits, and each of the mentors'; the higher comes first among equals. */
  weights?: { mentees: Int32Array; mentors: Int32Array }
  /** The mentor whom a lead holds for a mentee, by mentee; or NOBODY. */
  locks?: Int32Array
}

/**
 * A stable matching of mentees to mentors with places, from lists that may be short and may hold ties.
 * Guaranteed, locked pairs aside: no mentee and mentor would both rather have each other (weak stability); no stable
 * matching of the lists as their ties were broken gives any mentee somebody better; always the same for a seed; at
 * least half as many pairs as the most there could be. Not promised: the most pairs, which with ties is NP-hard
 * (Manlove, Irving, Iwama, Miyazaki, Morita 2002).
 * @returns each mentee's mentor, or NOBODY
 */
export function match(market: Market, terms: Terms): Int32Array {
  const { locks, seed, weights } = terms
  const mentees = breakTies(market.mentees, { seed, weight: weights?.mentees, draw: 'each' })
  const mentors = breakTies(market.mentors, { seed: seed + 1, weight: weights?.mentors, draw: 'one' })
  return propose({ mentees, mentors, places: market.places }, locks)
}
