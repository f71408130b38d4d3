import { addDays, type Day } from '@wirearchy/domain'
import type { Nation } from './nation.ts'
import { academicYearOf, type HalfTerm, schoolYear } from './school-year.ts'
import { isWeekend, onOrAfter, onOrBefore } from './weekday.ts'

/** True of a day on which schools of the nation usually teach. */
export const isSchoolDay = (day: Day, nation: Nation) =>
  schoolYear(nation, academicYearOf(day)).isDay.has(day)

/** True of a day of a school holiday, a bank holiday included; of a weekend when the days on both its sides are. */
export const isHoliday = (day: Day, nation: Nation): boolean =>
  isWeekend(day)
    ? isHoliday(onOrBefore(day, 5), nation) && isHoliday(onOrAfter(day, 1), nation)
    : !isSchoolDay(day, nation)

/** The n-th school day after a day; with 0 the day itself, or the next when it is none. */
export function addSchoolDays(day: Day, n: number, nation: Nation): Day {
  let year = academicYearOf(day)
  let from = upTo(schoolYear(nation, year).days, n === 0 ? addDays(day, -1) : day)
  let left = Math.max(n, 1)
  for (;;) {
    const { days } = schoolYear(nation, year)
    const found = days[from + left - 1]
    if (found) return found
    left -= days.length - from
    from = 0
    year += 1
  }
}

/** School days after `from`, up to and including `to`; none when `to` is not later. */
export function schoolDaysBetween(from: Day, to: Day, nation: Nation): number {
  if (to <= from) return 0
  let count = 0
  for (let year = academicYearOf(from); year <= academicYearOf(to); year += 1) {
    const { days } = schoolYear(nation, year)
    count += upTo(days, to) - upTo(days, from)
  }
  return count
}

/** The half term a day lies in; in a holiday, the one that comes next. */
export function termOf(day: Day, nation: Nation): HalfTerm {
  const year = academicYearOf(day)
  const halves = [...schoolYear(nation, year).halves, ...schoolYear(nation, year + 1).halves]
  return halves.find(({ finishedOn }) => finishedOn >= day) as HalfTerm
}

/** Half terms whose last school day comes after `from`, up to and including `to`. */
export function halfTermsBetween(from: Day, to: Day, nation: Nation): HalfTerm[] {
  const found: HalfTerm[] = []
  for (let year = academicYearOf(from); year <= academicYearOf(to); year += 1)
    found.push(...schoolYear(nation, year).halves)
  return found.filter(({ finishedOn }) => finishedOn > from && finishedOn <= to)
}

/** How many of the days, in order, are no later than a day. */
function upTo(days: Day[], day: Day): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as Day) <= day) low = middle + 1
    else high = middle
  }
  return low
}
