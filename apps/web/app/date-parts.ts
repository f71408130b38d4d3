/** What stands in the three boxes of a date. */
export type DateParts = { day?: string; month?: string; year?: string }

/** A day as ISO text, nothing at all, or the part that has to be corrected and how. */
export type ReadDate =
  | { kind: 'empty' }
  | { kind: 'day'; iso: string }
  | { kind: 'wrong'; part: 'day' | 'month' | 'year'; sentence: string }

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * Reads a date the way people write it: 1 9 27, 01/09/2027, 1 Sept 2027, 2027-09-01, in three boxes or all in the first.
 * Years of two digits are 1970 to 2069. Gives a sentence about the first part that is wrong.
 */
export function readDate(parts: DateParts): ReadDate {
  const { day, month, year } = spread(parts)
  if (!day && !month && !year) return { kind: 'empty' }
  return wrongDay(day) ?? wrongMonth(month) ?? wrongYear(year) ?? inCalendar(day, month, year)
}

/** A date typed whole into one box is shared out over the three. */
function spread(parts: DateParts) {
  const { day = '', month = '', year = '' } = parts
  const trimmed = { day: day.trim(), month: month.trim(), year: year.trim() }
  if (trimmed.month || trimmed.year) return trimmed
  const words = trimmed.day.split(/[\s/.,-]+/).filter(Boolean)
  const [first = '', second = '', third = ''] = words[0]?.length === 4 ? words.reverse() : words
  return { day: first, month: second, year: third }
}

function wrongDay(day: string): ReadDate | undefined {
  if (!day) return wrong('day', 'Add the day, for example 1.')
  if (!/^\d{1,2}(st|nd|rd|th)?$/i.test(day)) return wrong('day', 'Write the day as a number, for example 1.')
  if (numberIn(day) < 1 || numberIn(day) > 31) return wrong('day', 'Days go from 1 to 31. Check the day.')
}

function wrongMonth(month: string): ReadDate | undefined {
  if (!month) return wrong('month', 'Add the month, for example 9 or September.')
  if (!monthNumber(month)) return wrong('month', 'Write the month as a number from 1 to 12, or its name.')
}

function wrongYear(year: string): ReadDate | undefined {
  if (!year) return wrong('year', 'Add the year, for example 2027.')
  const inRange = /^(\d{2}|\d{4})$/.test(year) && fullYear(year) >= 1900 && fullYear(year) <= 2100
  if (!inRange) return wrong('year', 'Write the year with four numbers, for example 2027.')
}

function inCalendar(dayText: string, monthText: string, yearText: string): ReadDate {
  const [day, month, year] = [numberIn(dayText), monthNumber(monthText), fullYear(yearText)]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > last) return wrong('day', `${MONTHS[month - 1]} ${year} has ${last} days. Check the day.`)
  return { kind: 'day', iso: `${year}-${twoDigits(month)}-${twoDigits(day)}` }
}

/** 1 to 12 for `9`, `09`, `Sep`, `sept` or `September`; 0 when it is no month. */
function monthNumber(text: string) {
  if (/^\d{1,2}$/.test(text)) return Number(text) <= 12 ? Number(text) : 0
  const word = text.toLowerCase().replace(/\.$/, '')
  return word.length < 3 ? 0 : MONTHS.findIndex((name) => name.toLowerCase().startsWith(word)) + 1
}

const wrong = (part: 'day' | 'month' | 'year', sentence: string): ReadDate => ({
  kind: 'wrong',
  part,
  sentence,
})
const numberIn = (text: string) => Number.parseInt(text, 10)
const fullYear = (text: string) =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900)
const twoDigits = (value: number) => String(value).padStart(2, '0')

/** The three boxes for an ISO day, as they are filled in when a form opens. */
export function dateParts(iso: string | undefined): DateParts {
  const [year, month, day] = (iso ?? '').split('-')
  return day ? { day: String(numberIn(day)), month: String(numberIn(month ?? '')), year } : {}
}
