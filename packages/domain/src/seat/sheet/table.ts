import { CsvError, parse } from 'csv-parse/sync'
import { wholeFile } from './refusal.ts'

export interface Line {
  /** The line of the file it starts on; the headings are line 1. */
  line: number
  cells: string[]
}

export interface Table {
  header: string[]
  rows: Line[]
}

const MOST_ROWS = 2_000
const MOST_COLUMNS = 30
const SEPARATORS = [',', ';', '\t'] as const

/**
 * A text of rows and columns taken apart: commas, semicolons or tabs, whichever the headings use.
 * @throws a refusal of the whole file, naming the line, when it cannot be told apart or is too large
 */
export function tableOf(text: string): Table {
  const [header, ...rows] = records(text, separatorOf(text))
  if (!header) throw wholeFile('The file has no headings. Put “Name” and “Email” in the first row.')
  if (header.cells.length > MOST_COLUMNS)
    throw wholeFile(`The file has ${header.cells.length} columns. Keep at most ${MOST_COLUMNS}.`)
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0)
    throw wholeFile('The file has headings but no people. Add one row for each person.')
  if (filled.length > MOST_ROWS)
    throw wholeFile(`The file has ${filled.length} rows. Upload at most ${MOST_ROWS} at a time.`)
  return { header: header.cells.map((cell) => cell.trim()), rows: filled }
}

/** The separator that stands most often in the headings; a comma when there is only one column. */
function separatorOf(text: string) {
  const headings = (text.trimStart().split(/[\r\n]/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const times = (separator: string) => headings.split(separator).length
  return SEPARATORS.reduce((best, next) => (times(next) > times(best) ? next : best))
}

function records(text: string, delimiter: string): Line[] {
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return numbered(
      parsed.map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: record })),
    )
  } catch (error) {
    if (error instanceof CsvError) throw wholeFile(quoteOutOfPlace(error))
    throw error
  }
}

/** Every row has a line of its own, later than the one before, however its line breaks were counted. */
function numbered(rows: Line[]): Line[] {
  let last = 0
  return rows.map(({ line, cells }) => {
    last = Math.max(line, last + 1)
    return { line: last, cells }
  })
}

/** The reader tells the line a record ends on; a cell with line breaks in it began that much earlier. */
const breaksIn = (cells: string[]) => cells.join('').split(/\r\n|\n|\r/).length - 1

function quoteOutOfPlace(error: CsvError) {
  const { lines, column } = error as unknown as { lines?: number; column?: number | string }
  const where = [lines ? `row ${lines}` : '', typeof column === 'number' ? `column ${column + 1}` : '']
  const at = where.filter(Boolean).join(', ')
  return `A quotation mark (") is out of place${at ? ` in ${at}` : ''}. Take it out, or close it, and upload the file again.`
}
