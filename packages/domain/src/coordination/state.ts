import { type Day, dayOf, isOver } from '@wirearchy/domain'
import { schoolDaysBetween } from '@wirearchy/domain/calendar'
import { isByHand } from '@wirearchy/domain/stint'
import type { PairFacts } from './facts.ts'

/** All that anybody but the two ever learns of how it goes. */
export type PairState = 'waiting' | 'met' | 'quiet' | 'ended'

/** School days without a meeting after which a pair has gone quiet: twice what they agreed on. */
const QUIET_AFTER = { weekly: 10, fortnightly: 20, monthly: 40, half_termly: 70 } as const

/**
 * How it stands between two people. A block reads as an end of what they began themselves, whoever it is by; of what a
 * school set up it says nothing, and what goes to either about the other is not sent.
 */
export function stateOf(pair: PairFacts, { today, now }: { today: Day; now: number }): PairState {
  if (isOver(pair, today) || isByHand(pair) || pair.isKeptApart) return 'ended'
  if (pair.lastHeldAt === null) return 'waiting'
  return isBookedAhead(pair, now) || !isBeyondRhythm(pair, dayOf(pair.lastHeldAt), today) ? 'met' : 'quiet'
}

/** True when the time since a day is longer than the two agreed on. Holidays never count; a single meeting has no rhythm. */
export const isBeyondRhythm = ({ unit, rhythm, nation }: PairFacts, since: Day, today: Day) =>
  unit !== 'question' && unit !== 'call' && schoolDaysBetween(since, today, nation) > QUIET_AFTER[rhythm]

/**
 * True of a question or a call that is past its day, two school weeks after anything happened. On a board it stays as it
 * is, for one meeting may have been all; the two are asked whether to end it.
 */
export const isLeftOpen = ({ unit, expectedFinishOn, nation }: PairFacts, since: Day, today: Day) =>
  (unit === 'question' || unit === 'call') &&
  expectedFinishOn !== null &&
  expectedFinishOn < today &&
  schoolDaysBetween(since, today, nation) > QUIET_AFTER.weekly

export const isBookedAhead = ({ bookedUntil }: PairFacts, now: number) =>
  bookedUntil !== null && bookedUntil > now

/** For how many school days a pair has waited for their first meeting. */
export const waitedFor = ({ startedOn, nation }: PairFacts, until: Day) =>
  startedOn > until ? 0 : schoolDaysBetween(startedOn, until, nation)
