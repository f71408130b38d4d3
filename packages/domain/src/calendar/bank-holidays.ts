import { addDays, type Day, dayAfter } from '@wirearchy/domain'
import { easterOf } from './easter.ts'
import type { Nation } from './nation.ts'
import { dayAt, isWeekend, onOrAfter, onOrBefore } from './weekday.ts'

/**
 * The bank holidays of one calendar year, by the rules of the Banking and Financial Dealings Act 1971 and the days that
 * are proclaimed every year (gov.uk/bank-holidays). One-off days (a jubilee, a coronation) follow no rule and are missing.
 */
export function bankHolidays(nation: Nation, year: number): Day[] {
  const easter = easterOf(year)
  const moving = [
    addDays(easter, -2),
    ...(nation === 'scotland' ? [] : [addDays(easter, 1)]),
    onOrAfter(dayAt(year, 5, 1), 1),
    lateMay(year),
    nation === 'scotland' ? onOrAfter(dayAt(year, 8, 1), 1) : onOrBefore(dayAt(year, 8, 31), 1),
  ]
  return [...moving, ...withSubstitutes(fixedDays(nation, year))].sort()
}

/** The bank holiday on the last Monday of May. */
export const lateMay = (year: number) => onOrBefore(dayAt(year, 5, 31), 1)

function fixedDays(nation: Nation, year: number): Day[] {
  const everywhere = [dayAt(year, 1, 1), dayAt(year, 12, 25), dayAt(year, 12, 26)]
  if (nation === 'scotland') return [...everywhere, dayAt(year, 1, 2), dayAt(year, 11, 30)]
  if (nation === 'northern_ireland') return [...everywhere, dayAt(year, 3, 17), dayAt(year, 7, 12)]
  return everywhere
}

/** What falls on a weekend is given on the next day that is neither a weekend nor taken already. */
function withSubstitutes(days: Day[]): Day[] {
  const kept = new Set(days.filter((day) => !isWeekend(day)))
  for (const day of days.filter(isWeekend).sort()) {
    let given = day
    while (isWeekend(given) || kept.has(given)) given = dayAfter(given)
    kept.add(given)
  }
  return [...kept]
}
