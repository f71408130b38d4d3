import { type FileRecord, records } from './records.ts'
import { type Binding, REGISTERS, type Register } from './registers.ts'
import { type GoodRow, type Kept, type Refusal, readRow } from './row.ts'
import { checkShape, type Shape } from './shape.ts'
import type { Survey } from './survey.ts'

/** What came of one row of the file. `line` is the line it starts on; the header is line 1. */
export type ReadRow = { line: number } & (GoodRow | { refusal: Refusal })

/**
 * Reads a surveyed register file row by row, in the order of the file. A row that breaks a rule is
 * refused alone; a second row of one reference is refused, the first one counts. Throws a Problem when
 * the whole file cannot be used.
 * @param kept what we know of a school, for the columns this file does not have
 */
export async function* readRegister(
  file: Survey,
  register: Register = REGISTERS.gias,
  kept?: Kept,
): AsyncGenerator<ReadRow> {
  let binding: Binding | null = null
  const lineOf = new Map<string, number>()
  const readOne = (to: Binding, { line, cells }: FileRecord): ReadRow => ({
    line,
    ...readRow(register, to, cells, kept),
  })
  for await (const record of records(file)) {
    if (binding) yield once(readOne(binding, record), lineOf, register)
    else binding = register.bind(record.cells)
  }
}

function once(read: ReadRow, lineOf: Map<string, number>, { refName }: Register): ReadRow {
  if ('refusal' in read) return read
  const { ref } = read.row
  const first = lineOf.get(ref)
  if (first === undefined) lineOf.set(ref, read.line)
  if (first === undefined) return read
  return {
    line: read.line,
    refusal: { ref, field: refName, reason: `This ${refName} is already on line ${first}.` },
  }
}

/**
 * Looks over the whole file for what would refuse it whole, before anything is kept: see `checkShape`.
 * `onBytes` is told how far the reading is, in bytes.
 */
export const checkRegister = (
  file: Survey,
  register: Register = REGISTERS.gias,
  onBytes?: (read: number) => void,
): Promise<Shape> => checkShape(file, 'schools', (cells) => placesIn(register.bind(cells)), onBytes)

const placesIn = ({ header, at }: Binding) => ({
  header,
  key: at.urn,
  days: [at.openedOn, at.closedOn, at.lastChangedOn],
})
