import { type Day, isDay } from '@wirearchy/domain'
import { BadCell } from './refusal.ts'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/
const BRITISH = /^(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+(\d{1,2}|[a-z]{3,9})\.?,?[\s/.-]+(\d{4}|\d{2})$/i

/**
 * A day as people type it in a spreadsheet: 02/09/2024, 2 Sept 2024, 2024-09-02. Day before month, as in Britain.
 * @returns an ISO day, or null when the cell is empty
 */
export function dayCell(text: string | null, column: string): Day | null {
  if (!text) return null
  const [year, month, date] = partsOf(text)
  if (!year || !month || !date) throw new BadCell(column, cannotRead(text))
  const day = [year, month, date].map((part) => String(part).padStart(2, '0')).join('-')
  if (!isDay(day) || year < 1940 || year > 2100)
    throw new BadCell(column, `There is no day ${text.slice(0, 30)}. Check the day, the month and the year.`)
  return day
}

function partsOf(text: string): number[] {
  const [, isoYear, isoMonth, isoDate] = ISO.exec(text) ?? []
  if (isoYear) return [Number(isoYear), Number(isoMonth), Number(isoDate)]
  const [, date, month = '', year = ''] = BRITISH.exec(text) ?? []
  return date ? [fullYear(year), monthNumber(month), Number(date)] : []
}

const fullYear = (year: string) =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)

function monthNumber(text: string) {
  if (/^\d+$/.test(text)) return Number(text)
  return MONTHS.findIndex((month) => month.startsWith(text.toLowerCase())) + 1
}

function cannotRead(text: string) {
  const serial = /^\d{4,6}$/.test(text)
    ? 'is a date in a spreadsheet’s own numbers'
    : 'is not a date we can read'
  return `“${text.slice(0, 30)}” ${serial}. Write it as 02/09/2024.`
}
