import { type Day, dayAfter } from '@wirearchy/domain'
import { bankHolidays } from './bank-holidays.ts'
import { type Frame, frameOf } from './breaks.ts'
import type { Nation } from './nation.ts'
import { isWeekend } from './weekday.ts'

export interface HalfTerm {
  /** The year in whose autumn the school year begins. */
  academicYear: number
  term: 'autumn' | 'spring' | 'summer'
  half: 1 | 2
  /** Its first and last school day. */
  startedOn: Day
  finishedOn: Day
}

export interface SchoolYear {
  /** Every school day, in order. */
  days: Day[]
  isDay: Set<Day>
  halves: HalfTerm[]
}

const TERMS = ['autumn', 'autumn', 'spring', 'spring', 'summer', 'summer'] as const
const KEPT = { from: 1990, to: 2100 }
const made = new Map<string, SchoolYear>()

/** The year in whose autumn a day's school year begins; August already belongs to the next one. */
export const academicYearOf = (day: Day) => Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0)

/** A nation's usual school year, worked out once. */
export function schoolYear(nation: Nation, year: number): SchoolYear {
  const key = `${nation} ${year}`
  const known = made.get(key)
  if (known) return known
  const fresh = makeYear(nation, year)
  if (year >= KEPT.from && year <= KEPT.to) made.set(key, fresh)
  return fresh
}

function makeYear(nation: Nation, year: number): SchoolYear {
  const frame = frameOf(nation, year)
  const closed = new Set([...bankHolidays(nation, year), ...bankHolidays(nation, year + 1)])
  const days: Day[] = []
  for (let day = frame.from; day <= frame.to; day = dayAfter(day))
    if (!isWeekend(day) && !closed.has(day) && !isInBreak(frame, day)) days.push(day)
  return { days, isDay: new Set(days), halves: halvesOf(frame, days, year) }
}

const isInBreak = ({ breaks }: Frame, day: Day) => breaks.some(({ from, to }) => from <= day && day <= to)

const halvesOf = ({ breaks }: Frame, days: Day[], academicYear: number): HalfTerm[] =>
  TERMS.map((term, at) => {
    const after = breaks[at - 1]?.to ?? ''
    const before = breaks[at]?.from ?? '9999-12-31'
    const own = days.filter((day) => day > after && day < before)
    const half = at % 2 === 0 ? 1 : 2
    return { academicYear, term, half, startedOn: own[0] as Day, finishedOn: own.at(-1) as Day }
  })
