const DAY = 86_400_000
const START = Date.UTC(2000, 0, 1)

/** The number of a day, counted from 2000-01-01; month 1 is January. */
export const dayOf = (year: number, month: number, day: number) =>
  (Date.UTC(year, month - 1, day) - START) / DAY

/** The day the made profession is looked at. */
export const TODAY = dayOf(2026, 7, 1)

/** The last day of what has not ended. */
export const OPEN = 0xffff

export const FIRST_YEAR = 2006
export const YEARS = 20
