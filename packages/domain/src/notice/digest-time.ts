import { addDays, dayOf } from '@wirearchy/domain'
import { isQuiet, londonTime, nextLoud, weekdayOf } from '@wirearchy/domain/calendar'
import type { Wishes } from './wishes.ts'

/** Longer than any holiday. */
const MOST_DAYS = 120

/**
 * The next moment after an instant at which somebody's bundle may come: at the time of day they chose, on a day that is
 * not quiet, and weekly ones from their day of the week on. Whoever chose a time within their quiet hours gets it when
 * those end.
 */
export function digestAfter({ hours, nation }: Wishes, pace: 'daily' | 'weekly', after: number): number {
  const first = firstDay(hours, pace, after)
  for (let n = 0; n < MOST_DAYS; n += 1) {
    const at = londonTime(addDays(first, n), hours.digestMinute)
    if (!isQuiet(hours, at, nation)) return at
  }
  return nextLoud(hours, londonTime(first, hours.digestMinute), nation)
}

/** The first day whose time for a bundle is still to come. */
function firstDay({ digestMinute, digestDay }: Wishes['hours'], pace: 'daily' | 'weekly', after: number) {
  let day = dayOf(after)
  while (londonTime(day, digestMinute) <= after || (pace === 'weekly' && weekdayOf(day) !== digestDay))
    day = addDays(day, 1)
  return day
}
