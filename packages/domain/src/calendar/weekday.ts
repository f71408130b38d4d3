import { addDays, type Day } from '@wirearchy/domain'

/** The day of the week: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day) => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

export const isWeekend = (day: Day) => weekdayOf(day) > 5

/** A day by its year, month and day of the month. */
export const dayAt = (year: number, month: number, date: number): Day =>
  addDays(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`, date - 1)

/** The first such weekday on or after a day. */
export const onOrAfter = (day: Day, weekday: number) => addDays(day, (weekday - weekdayOf(day) + 7) % 7)

/** The last such weekday on or before a day. */
export const onOrBefore = (day: Day, weekday: number) => addDays(day, -((weekdayOf(day) - weekday + 7) % 7))

/** The day itself, or the Monday after it when it falls on a weekend. */
export const workdayFrom = (day: Day) => (isWeekend(day) ? onOrAfter(day, 1) : day)

/** The day itself, or the Friday before it when it falls on a weekend. */
export const workdayUpTo = (day: Day) => (isWeekend(day) ? onOrBefore(day, 5) : day)
