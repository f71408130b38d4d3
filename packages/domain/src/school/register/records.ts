import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Problem } from '../../problem.ts'
import { cutShort, type Survey } from './survey.ts'

/** One record of the file: the line it starts on (the header is line 1) and its cells as written. */
export interface FileRecord {
  line: number
  cells: string[]
}

/**
 * The records of a surveyed file, header first, one at a time: never more than a block in memory.
 * Commas, CRLF or LF; lines of nothing, or of nothing but commas as spreadsheets leave them, are skipped. Throws a Problem for the whole file when a quotation mark
 * is out of place or the last row is short; a ragged row in the middle is handed on as it is.
 */
export async function* records(file: Survey, onBytes?: (read: number) => void): AsyncGenerator<FileRecord> {
  let held: FileRecord | null = null
  let width = 0
  for await (const record of numbered(parsed(file, onBytes))) {
    if (held) yield held
    width ||= record.cells.length
    held = record
  }
  if (!held) return
  if (held.cells.length < width) throw cutShort()
  yield held
}

async function* numbered(rows: AsyncIterable<string[]>): AsyncGenerator<FileRecord> {
  let line = 1
  for await (const cells of rows) {
    if (cells.some((cell) => cell.trim() !== '')) yield { line, cells }
    line += 1 + breaksInside(cells)
  }
}

function breaksInside(cells: string[]): number {
  let breaks = 0
  for (const cell of cells) {
    let at = cell.indexOf('\n')
    for (; at !== -1; at = cell.indexOf('\n', at + 1)) breaks += 1
  }
  return breaks
}

const LONGEST_RECORD = 1_000_000

async function* parsed(file: Survey, onBytes?: (read: number) => void): AsyncGenerator<string[]> {
  const source = createReadStream(file.path, { highWaterMark: 1 << 16 })
  const rows = parse({
    bom: true,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    record_delimiter: ['\r\n', '\n'],
  })
  const decoded = file.encoding === 'utf-8' ? source : source.pipe(fromWindows1252())
  source.on('data', () => onBytes?.(source.bytesRead))
  source.on('error', (error) => rows.destroy(error))
  try {
    yield* decoded.pipe(rows)
  } catch (error) {
    throw error instanceof CsvError ? wholeFileProblem(error) : error
  } finally {
    source.destroy()
  }
}

function wholeFileProblem(error: CsvError): Problem {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') return cutShort()
  const where = typeof error.lines === 'number' ? ` near line ${error.lines}` : ''
  const why = `A quotation mark is out of place${where}, so the columns cannot be told apart.`
  return new Problem('bad_input', `${why} Download the file again; nothing has been changed.`, {
    field: 'file',
  })
}

/** Windows-1252 differs from Latin-1 only in 0x80–0x9F. Node's own decoder has got these wrong in some releases. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const C1 = /[\u0080-\u009f]/g

function fromWindows1252() {
  return new Transform({
    transform(block: Buffer, _encoding, done) {
      done(
        null,
        block.toString('latin1').replace(C1, (letter) => HIGH[letter.charCodeAt(0) - 0x80] ?? ''),
      )
    },
  })
}
