import { addDays, type Day } from '@wirearchy/domain'
import { lateMay } from './bank-holidays.ts'
import { easterOf } from './easter.ts'
import type { Nation } from './nation.ts'
import { dayAt, onOrAfter, onOrBefore, workdayFrom, workdayUpTo } from './weekday.ts'

export interface Break {
  from: Day
  to: Day
}

/** A school year: its first and last weekday, and the five breaks between its six halves. */
export interface Frame extends Break {
  breaks: [october: Break, christmas: Break, february: Break, easter: Break, may: Break]
}

/**
 * The usual school year of a nation that begins in the autumn of `year`. Councils and academies set their own dates,
 * often a week to either side, so these are typical ones; a table of real dates may stand in for a year later.
 * The patterns: 190 days (The Education (School Day and School Year) (England) Regulations 1999; education.gov.scot,
 * "Term dates"); councils' published calendars of 2020 to 2026; education-ni.gov.uk, "School holidays".
 */
export function frameOf(nation: Nation, year: number): Frame {
  if (nation === 'scotland') return scotland(year)
  if (nation === 'northern_ireland') return northernIreland(year)
  return englandAndWales(year)
}

/** From 1 September to late July; a week each in October, February and at the end of May. */
const englandAndWales = (year: number): Frame => ({
  from: workdayFrom(dayAt(year, 9, 1)),
  to: workdayUpTo(dayAt(year + 1, 7, 21)),
  breaks: [
    days(onOrAfter(dayAt(year, 10, 22), 1), 5),
    christmas(year),
    days(onOrAfter(dayAt(year + 1, 2, 12), 1), 5),
    easterFortnight(year + 1),
    days(lateMay(year + 1), 5),
  ],
})

/** From mid August to the last Friday of June; a fortnight in October, three days in February, one day in May. */
const scotland = (year: number): Frame => ({
  from: onOrAfter(dayAt(year, 8, 12), 3),
  to: onOrBefore(dayAt(year + 1, 6, 30), 5),
  breaks: [
    days(onOrAfter(dayAt(year, 10, 6), 1), 12),
    christmas(year),
    days(onOrAfter(dayAt(year + 1, 2, 12), 1), 3),
    easterFortnight(year + 1),
    days(lateMay(year + 1), 1),
  ],
})

/** From 1 September to 30 June; the week of Halloween, two days in February, from Maundy Thursday to the next Friday. */
const northernIreland = (year: number): Frame => ({
  from: workdayFrom(dayAt(year, 9, 1)),
  to: workdayUpTo(dayAt(year + 1, 6, 30)),
  breaks: [
    days(onOrBefore(dayAt(year, 10, 31), 1), 5),
    christmas(year),
    days(onOrAfter(dayAt(year + 1, 2, 10), 4), 2),
    days(addDays(easterOf(year + 1), -3), 9),
    days(lateMay(year + 1), 1),
  ],
})

const days = (from: Day, count: number): Break => ({ from, to: addDays(from, count - 1) })

/** Two weeks from the Monday on or before Christmas Day. */
const christmas = (year: number) => days(onOrBefore(dayAt(year, 12, 25), 1), 12)

/** Two weeks: before a late Easter, after an early one, and from Holy Week on otherwise. */
function easterFortnight(year: number): Break {
  const easter = easterOf(year)
  if (easter > dayAt(year, 4, 16)) return days(addDays(easter, -13), 15)
  if (easter < dayAt(year, 4, 1)) return days(addDays(easter, -2), 15)
  return days(addDays(easter, -6), 12)
}
