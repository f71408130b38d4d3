import type { Day } from '@wirearchy/domain'
import { fullDay } from '@wirearchy/domain/network'

export const PROMISE =
  'What two people then write in their mentoring is theirs alone: no lead and no school reads it.'

/** What a programme gives, in words. */
export const UNIT_WORDS = {
  question: 'one question answered',
  call: 'one call',
  half_term: 'half a term of mentoring',
  year: 'a year of mentoring',
} as const

/** Why two people suit, as the two may read it. */
export const REASON_WORDS: Record<string, string | undefined> = {
  subject: 'the same subject',
  phase: 'the same phase',
  town: 'the same town',
  known: 'somebody you both know',
}

export const dayWords = (day: Day) => (day ? fullDay(day) : '')
