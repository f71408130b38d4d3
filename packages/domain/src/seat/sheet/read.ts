import { decode, type Encoding } from './decode.ts'
import { bind } from './header.ts'
import { BadCell } from './refusal.ts'
import { type Course, readSeat, type SeatRow } from './row.ts'
import { tableOf } from './table.ts'

export type ReadRow = { line: number; cells: string[] } & (
  | { seat: SeatRow; refusal?: undefined }
  | { seat?: undefined; refusal: { field: string; message: string } }
)

export interface Sheet {
  encoding: Encoding
  header: string[]
  /** Headings nobody asked for. */
  ignored: string[]
  rows: ReadRow[]
}

/**
 * Reads an uploaded list of people: every row on its own, either a seat or why not.
 * @throws Problem 'bad_input' on the field 'file' when the whole file cannot be used
 */
export function readSheet(bytes: Uint8Array, course: Course): Sheet {
  const { text, encoding } = decode(bytes)
  const { header, rows } = tableOf(text)
  const binding = bind(header)
  return {
    encoding,
    header,
    ignored: binding.ignored,
    rows: rows.map(({ line, cells }) => ({
      line,
      cells,
      ...orWhyNot(() => readSeat(binding, cells, course)),
    })),
  }
}

function orWhyNot(read: () => SeatRow) {
  try {
    return { seat: read() }
  } catch (error) {
    if (error instanceof BadCell) return { refusal: { field: error.field, message: error.message } }
    throw error
  }
}
