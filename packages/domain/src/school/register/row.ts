import { createHash } from 'node:crypto'
import { BadCell } from './bad-cell.ts'
import { readFacts } from './facts.ts'
import { COLUMNS, type Column } from './header.ts'
import type { Binding, Register } from './registers.ts'

/** A row of the register as we keep it. Heads' names, owners' names and telephone numbers are never read. */
export type EstablishmentRow = ReturnType<typeof readFacts>

/** Why a row was refused: the register's column and one sentence. */
export interface Refusal {
  ref: string | null
  field: string
  reason: string
}

/** A row read well, with the fingerprint of what we keep of it and, when a person should look, why. */
export interface GoodRow {
  row: EstablishmentRow
  hash: string
  review: string | null
}

/** What we know of a school already, for the columns that this file does not have. */
export type Kept = (ref: string) => Partial<EstablishmentRow> | undefined

/**
 * Reads one record by its header: a good row, or the reason why it is refused alone. A column that the
 * file does not have tells nothing: what `kept` knows stays.
 */
export function readRow(
  register: Register,
  binding: Binding,
  cells: string[],
  kept?: Kept,
): GoodRow | { refusal: Refusal } {
  const raw = (column: Column) => cells[binding.at[column] ?? -1] ?? ''
  let reading: Column = 'urn'
  let ref: string | null = null
  const refuse = (field: string, reason: string) => ({
    refusal: { ref: ref ?? (raw('urn').trim() || null), field, reason },
  })
  if (cells.length !== binding.width)
    return refuse('', `The row has ${cells.length} cells and the header has ${binding.width}.`)
  const cell = (column: Column) => {
    reading = column
    return raw(column)
  }
  try {
    ref = register.ref(cell('urn'))
    const row = { ...readFacts(register, ref, cell), ...kept?.(ref) }
    return { row, hash: fingerprint(row), review: reviewOf(row) }
  } catch (error) {
    if (error instanceof BadCell) return refuse(nameOf(binding, reading), error.message)
    throw error
  }
}

const nameOf = (binding: Binding, column: Column) =>
  binding.header[binding.at[column] ?? -1] ?? COLUMNS[column][0]

const ALWAYS_TOLD: Column[] = ['urn', 'statusCode', 'status']

/** The columns that a file with this header says nothing about. To be in a list without a status says "open". */
export const untoldColumns = (binding: Binding) =>
  (Object.keys(COLUMNS) as Column[]).filter(
    (column) => !ALWAYS_TOLD.includes(column) && binding.at[column] === undefined,
  )

function reviewOf(row: EstablishmentRow): string | null {
  if (row.status === 'unknown') return `We don't know the status “${row.statusTold}”.`
  if (row.openedOn && row.closedOn && row.closedOn < row.openedOn) return 'It closes before it opens.'
  return null
}

/** The same for the same facts, whatever the file's encoding, line endings or order of columns. */
function fingerprint(row: EstablishmentRow): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 22)
}
