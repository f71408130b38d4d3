import { addDays, type Ctx, type Day, Problem } from '@wirearchy/domain'

const FIRST = '1950-01-01'
const FURTHEST_DAYS = 2 * 366

/**
 * Refuses days that no career has: an end before its start, a start before 1950, or more than two years ahead.
 * @throws Problem bad_input beside the field that is off
 */
export function checkDays({ today }: Ctx, startedOn: Day, finishedOn: Day | null) {
  checkNear(today, startedOn, 'startedOn')
  if (finishedOn === null) return
  checkNear(today, finishedOn, 'finishedOn')
  if (finishedOn < startedOn)
    throw new Problem('bad_input', 'The last day is before the first. Change one of the two.', {
      field: 'finishedOn',
    })
}

/** Refuses a day before 1950 or more than two years ahead. */
export function checkNear(today: Day, day: Day, field: string) {
  if (day < FIRST) throw new Problem('bad_input', 'That is before 1950. Check the year.', { field })
  if (day > addDays(today, FURTHEST_DAYS))
    throw new Problem('bad_input', 'That is more than two years from now. Check the year.', { field })
}

const FULL = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** '5 January 2026' */
export const inWords = (day: Day) => FULL.format(new Date(`${day}T00:00:00Z`))
