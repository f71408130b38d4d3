import { Problem } from '../../problem.ts'
import { BadCell } from './bad-cell.ts'

const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const MONTH_NAMED = /^(\d{1,2})[- /]([a-z]{3})[a-z]*[- /](\d{4})$/i
const SHORT_YEAR = /^\d{1,2}[-/. ]([a-z]{3,9}|\d{1,2})[-/. ]\d{2}$/i
const MIDNIGHT = /[ T]00:00(:00(\.0+)?)?Z?$/
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * A date as the register writes it (01-09-2011) or as a spreadsheet saved it again: 1/9/2011, 2011-09-01,
 * 1-Sep-2011, each also at midnight. Always the day before the month. As yyyy-mm-dd, which may be no real
 * day. A year of two digits is not guessed: schools have opened in 1911 and in 2011.
 * @throws BadCell when it is no date
 */
export function writtenDay(text: string): string {
  const bare = text.replace(MIDNIGHT, '')
  const [, date, month, year] = DAY_FIRST.exec(bare) ?? fromIso(bare) ?? fromName(bare) ?? []
  if (date && month && year) return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const said = `“${text.slice(0, 30)}”`
  if (SHORT_YEAR.test(bare))
    throw new BadCell(`${said} leaves open which century. Write the year with four digits.`)
  throw new BadCell(`${said} is not a date. Write it as DD-MM-YYYY.`)
}

function fromIso(text: string) {
  const [, year, month, date] = YEAR_FIRST.exec(text) ?? []
  return year ? [text, date, month, year] : null
}

function fromName(text: string) {
  const [, date, name, year] = MONTH_NAMED.exec(text) ?? []
  const month = MONTHS.indexOf(name?.toLowerCase() ?? '') + 1
  return month > 0 ? [text, date, String(month), year] : null
}

/**
 * Looks for a whole file with the month before the day, as a spreadsheet set to American English saves it:
 * 08/31/2014 shows it, but 09/01/2014 beside it would pass for 9 January.
 */
export function monthFirstJudge() {
  let dayFirst = 0
  let monthFirst = 0
  return {
    read(cell: string | undefined) {
      const [, one, two] = DAY_FIRST.exec(cell?.trim() ?? '') ?? []
      if (Number(one) > 12) dayFirst += 1
      else if (Number(two) > 12) monthFirst += 1
    },
    refuse() {
      if (monthFirst === 0 || dayFirst > 0) return
      const why = 'The dates in this file have the month before the day.'
      throw new Problem(
        'bad_input',
        `${why} Save it with dates as DD/MM/YYYY, or use the download itself; nothing has been changed.`,
        { field: 'file' },
      )
    },
  }
}
