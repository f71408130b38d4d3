import type { Loaded } from './load-pool.ts'
import { candidates, type Made } from './match/candidates.ts'
import { check } from './match/check.ts'
import { match } from './match/match.ts'
import { common } from './match/pool.ts'
import { NOBODY } from './match/propose.ts'
import { ranksOf } from './match/wished.ts'

/** What a run makes of one mentee. */
export interface Line {
  menteeId: string
  mentorId: string | null
  /** Which of the mentee's wishes it is, from 1. */
  choice: number | null
  reasons: string[]
  isLocked: boolean
}

/** A run's lines and figures, before they are kept. */
export interface Outcome {
  lines: Line[]
  figures: Record<string, number>
}

/**
 * Matches everybody in one go, and has the result looked at by the independent check before anybody sees it.
 * @throws Error when the check finds a fault among those whom the lead does not hold: a fault of ours
 */
export function matchPool(loaded: Loaded): Outcome {
  const made = candidates(loaded.pool)
  const { locks, pool } = loaded
  const mentorOf = match(made.market, { seed: pool.seed, weights: made.weights, locks })
  const faults = check(made.market, mentorOf, (mentee) => locks[mentee] !== NOBODY)
  if (faults.blocking + faults.unacceptable + faults.over > 0)
    throw new Error(`a matching that is not stable: ${JSON.stringify(faults)}`)
  const figures = { ...figuresOf(loaded, mentorOf), blockingPairs: faults.blocking }
  return { lines: linesOf(loaded, made, mentorOf), figures }
}

/** A line for every mentee: the mentor and why the two suit, or why there is nobody. */
function linesOf(loaded: Loaded, { market }: Made, mentorOf: Int32Array): Line[] {
  const choices = ranksOf(loaded.pool.wishes.mentees)
  return loaded.menteeIds.map((menteeId, mentee) => {
    const mentor = mentorOf[mentee] ?? NOBODY
    const isLocked = loaded.locks[mentee] !== NOBODY
    if (mentor === NOBODY) {
      const hasNobody = market.mentees.start[mentee] === market.mentees.start[mentee + 1]
      const reasons = [hasNobody ? 'no_candidates' : 'all_places_taken']
      return { menteeId, mentorId: null, choice: null, reasons, isLocked }
    }
    const mentorId = loaded.mentorIds[mentor] ?? null
    const choice = choices[mentee]?.get(mentor) ?? null
    return { menteeId, mentorId, choice, reasons: reasonsFor(loaded, mentee, mentor), isLocked }
  })
}

/** What two people have in common, by name. */
export function reasonsFor({ pool }: Loaded, mentee: number, mentor: number): string[] {
  const shared = common(pool, mentee, mentor)
  const { start, to } = pool.known
  const isKnown = to.subarray(start[mentee], start[mentee + 1]).includes(mentor)
  const named: [string, boolean][] = [
    ['subject', shared.subject],
    ['phase', shared.phase],
    ['town', shared.town],
    ['known', isKnown],
  ]
  return named.filter(([, is]) => is).map(([name]) => name)
}

/**
 * A matching in figures. How many would rather have each other is not counted here again: with pairs that a lead holds
 * or made it would tell wishes.
 */
export function figuresOf(
  { pool, menteeIds, mentorIds }: Loaded,
  mentorOf: Int32Array,
): Record<string, number> {
  const ranks = ranksOf(pool.wishes.mentees)
  const got = [...mentorOf].map((mentor, mentee) => ranks[mentee]?.get(mentor) ?? 0)
  const places = pool.mentors.places.reduce((sum, one) => sum + one, 0)
  const matched = mentorOf.filter((mentor) => mentor !== NOBODY).length
  return {
    ...{ mentees: menteeIds.length, mentors: mentorIds.length, places, matched },
    ...{ unmatched: menteeIds.length - matched, freePlaces: places - matched },
    wished: ranks.filter((own) => own.size > 0).length,
    firstChoice: got.filter((rank) => rank === 1).length,
    secondChoice: got.filter((rank) => rank === 2).length,
    thirdChoice: got.filter((rank) => rank === 3).length,
    laterChoice: got.filter((rank) => rank > 3).length,
    seed: pool.seed,
  }
}
