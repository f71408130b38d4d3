import { Problem } from '../../problem.ts'
import { type Binding, bindHeader } from './header.ts'
import { type FileRecord, records } from './records.ts'
import { type GoodRow, type Refusal, readRow } from './row.ts'
import type { Survey } from './survey.ts'

/** What came of one row of the file. `line` is the line it starts on; the header is line 1. */
export type ReadRow = { line: number } & (GoodRow | { refusal: Refusal })

/**
 * Reads a surveyed register file row by row, in the order of the file. A row that breaks a rule is
 * refused alone; a second row of one URN is refused, the first one counts. Throws a Problem when the
 * whole file cannot be used.
 */
export async function* readRegister(file: Survey): AsyncGenerator<ReadRow> {
  let binding: Binding | null = null
  const lineOf = new Map<string, number>()
  for await (const record of records(file)) {
    if (binding) yield once(readOne(binding, record), lineOf)
    else binding = bindHeader(record.cells)
  }
}

const readOne = (binding: Binding, { line, cells }: FileRecord): ReadRow => ({
  line,
  ...readRow(binding, cells),
})

function once(read: ReadRow, lineOf: Map<string, number>): ReadRow {
  if ('refusal' in read) return read
  const { ref } = read.row
  const first = lineOf.get(ref)
  if (first === undefined) lineOf.set(ref, read.line)
  if (first === undefined) return read
  return { line: read.line, refusal: { ref, field: 'URN', reason: `This URN is already on line ${first}.` } }
}

/** The shape of a whole file: its columns and how many rows it holds. */
export interface Shape {
  header: string[]
  rows: number
}

/**
 * Looks over the whole file for what would refuse it whole (a missing column, a quotation mark out of
 * place, a cut end) before anything is kept. `onBytes` is told how far the reading is, in bytes.
 */
export async function checkRegister(file: Survey, onBytes?: (read: number) => void): Promise<Shape> {
  let header: string[] | null = null
  let rows = 0
  for await (const record of records(file, onBytes)) {
    if (header) rows += 1
    else header = bindHeader(record.cells).header
  }
  if (header && rows > 0) return { header, rows }
  throw new Problem('bad_input', 'The file has no schools in it. Download the register again.', {
    field: 'file',
  })
}
