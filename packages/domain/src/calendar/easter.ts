import type { Day } from '@wirearchy/domain'
import { dayAt } from './weekday.ts'

/** Easter Sunday by the Gregorian computus (the anonymous algorithm: Meeus, Jones and Butcher). */
export function easterOf(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const drift = century - Math.floor((century + 8) / 25) + 1
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor(drift / 3) + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451)
  const fromMarch = moon + sunday - 7 * late + 22
  return dayAt(year, 3, fromMarch)
}
