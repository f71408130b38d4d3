import type { Day } from '@wirearchy/domain'
import { TOPICS, type Unit } from '@wirearchy/domain/mentoring/input'

const UNITS: Record<Unit, string> = {
  question: 'one question',
  call: 'one call',
  half_term: 'half a term',
  year: 'a year',
}

/** 'one call' */
export const unitWords = (unit: Unit) => UNITS[unit]

/** 'Behaviour and routines, Planning lessons'; topics that are no longer on the list are left out. */
export const topicWords = (topics: readonly string[]) =>
  topics.flatMap((key) => (key in TOPICS ? TOPICS[key as keyof typeof TOPICS] : [])).join(', ')

const FULL = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
})

/** 'Tuesday 24 November 2026' */
export const dayWords = (day: Day) => FULL.format(new Date(`${day}T00:00:00Z`)).replace(',', '')
