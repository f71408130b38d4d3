import { addDays, type Day } from '@wirearchy/domain'
import { addSchoolDays, type Nation } from '@wirearchy/domain/calendar'
import type { Unit } from './input.ts'

/** How long a unit lasts, in school days of the nation where the mentee teaches: two weeks, four, or half a term. */
const SCHOOL_DAYS = { question: 10, call: 20, half_term: 30 } as const

/** The day by which a unit that begins on a day is over, unless the two go on; a year ends the day before the same date. */
export const unitFinish = (unit: Unit, startedOn: Day, nation: Nation): Day =>
  unit === 'year' ? addDays(yearOn(startedOn), -1) : addSchoolDays(startedOn, SCHOOL_DAYS[unit], nation)

/** The same date a year later; 1 March for 29 February. */
const yearOn = (day: Day): Day => {
  const [year, rest] = [Number(day.slice(0, 4)) + 1, day.slice(4)]
  return rest === '-02-29' ? `${year}-03-01` : `${year}${rest}`
}
