import { createHash } from 'node:crypto'
import { BadCell, count, day, laCode, postcodeCell, schoolName, told, urn, website } from './cells.ts'
import { type Binding, COLUMNS, type Column } from './header.ts'
import { type RegisterStatus, statusNamed } from './status.ts'

/** A row of the register as we keep it. Heads' names, owners' names and telephone numbers are never read. */
export type EstablishmentRow = ReturnType<typeof readCells>

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

/** Reads one record by its header: a good row, or the reason why it is refused alone. */
export function readRow(binding: Binding, cells: string[]): GoodRow | { refusal: Refusal } {
  const raw = (column: Column) => cells[binding.at[column] ?? -1] ?? ''
  const refuse = (field: string, reason: string) => ({
    refusal: { ref: raw('urn').trim() || null, field, reason },
  })
  if (cells.length !== binding.width)
    return refuse('', `The row has ${cells.length} cells and the header has ${binding.width}.`)
  let reading: Column = 'urn'
  const cell = (column: Column) => {
    reading = column
    return raw(column)
  }
  try {
    const row = readCells(cell)
    return { row, hash: fingerprint(row), review: reviewOf(row) }
  } catch (error) {
    if (error instanceof BadCell) return refuse(COLUMNS[reading], error.message)
    throw error
  }
}

function readCells(cell: (column: Column) => string) {
  return {
    scheme: 'gias' as const,
    ref: urn(cell('urn')),
    name: schoolName(cell('name')),
    ...readStatus(cell),
    ...readKind(cell),
    ...readDates(cell),
    ...readPlace(cell),
  }
}

function readStatus(cell: (column: Column) => string): { status: RegisterStatus; statusTold: string } {
  const statusTold = told(cell('status'))
  if (!statusTold) throw new BadCell('The status is empty.')
  return { status: statusNamed(statusTold), statusTold }
}

function readKind(cell: (column: Column) => string) {
  return {
    type: told(cell('type')),
    typeGroup: told(cell('typeGroup')),
    phase: told(cell('phase')),
    laCode: laCode(cell('laCode')),
    laName: told(cell('laName')),
    estabNo: told(cell('estabNo')),
    trustCode: told(cell('trustCode')),
    trustName: told(cell('trustName')),
    ukprn: /^\d{8}$/.exec(cell('ukprn').trim())?.[0] ?? null,
    lowAge: count(cell('lowAge'), 99),
    highAge: count(cell('highAge'), 99),
    gender: told(cell('gender')),
    capacity: count(cell('capacity'), 20_000),
    section41: told(cell('section41')),
    previousLaCode: laCode(cell('previousLaCode')),
    previousEstabNo: told(cell('previousEstabNo')),
  }
}

function readDates(cell: (column: Column) => string) {
  return {
    openedOn: day(cell('openedOn')),
    closedOn: day(cell('closedOn')),
    lastChangedOn: day(cell('lastChangedOn')),
    reasonOpened: told(cell('reasonOpened')),
    reasonClosed: told(cell('reasonClosed')),
  }
}

function readPlace(cell: (column: Column) => string) {
  return {
    street: told(cell('street')),
    locality: told(cell('locality')),
    address3: told(cell('address3')),
    town: told(cell('town')),
    county: told(cell('county')),
    postcode: postcodeCell(cell('postcode')),
    website: website(cell('website')),
    region: told(cell('region')),
    district: told(cell('district')),
    country: told(cell('country')),
    easting: count(cell('easting'), 700_000),
    northing: count(cell('northing'), 1_300_000),
  }
}

function reviewOf(row: EstablishmentRow): string | null {
  if (row.status === 'unknown') return `We don't know the status “${row.statusTold}”.`
  if (row.openedOn && row.closedOn && row.closedOn < row.openedOn) return 'It closes before it opens.'
  return null
}

/** The same for the same facts, whatever the file's encoding, line endings or order of columns. */
function fingerprint(row: EstablishmentRow): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 22)
}
