import { BadCell } from './bad-cell.ts'
import { count, day, laCode, padded, postcodeCell, schoolName, told, website } from './cells.ts'
import type { Column } from './header.ts'
import type { Register } from './registers.ts'
import { type RegisterStatus, statusNamed } from './status.ts'

/** One record by column: the cell as written, or nothing. */
type Cell = (column: Column) => string

/** The facts we keep of one record, each in one form. @throws BadCell */
export function readFacts(register: Register, ref: string, cell: Cell) {
  return {
    scheme: register.scheme,
    ref,
    name: schoolName(cell('name')),
    ...readStatus(cell, register.scheme === 'gias'),
    ...readKind(cell),
    ...readDates(cell),
    ...readPlace(cell),
  }
}

/** GIAS always tells a status; a list of schools without one is a list of open schools. */
function readStatus(cell: Cell, isNeeded: boolean): { status: RegisterStatus; statusTold: string } {
  const statusTold = told(cell('status'))
  if (statusTold) return { status: statusNamed(statusTold), statusTold }
  if (isNeeded) throw new BadCell('The status is empty.')
  const isClosed = day(cell('closedOn')) !== null
  return { status: isClosed ? 'closed' : 'open', statusTold: 'not told' }
}

function readKind(cell: Cell) {
  return {
    type: told(cell('type')),
    typeGroup: told(cell('typeGroup')),
    phase: told(cell('phase')),
    laCode: laCode(cell('laCode')),
    laName: told(cell('laName')),
    estabNo: padded(cell('estabNo')),
    trustCode: told(cell('trustCode')),
    trustName: told(cell('trustName')),
    ukprn: /^\d{8}$/.exec(cell('ukprn').trim())?.[0] ?? null,
    lowAge: count(cell('lowAge'), 99),
    highAge: count(cell('highAge'), 99),
    gender: told(cell('gender')),
    capacity: count(cell('capacity'), 20_000),
    section41: told(cell('section41')),
    previousLaCode: laCode(cell('previousLaCode')),
    previousEstabNo: padded(cell('previousEstabNo')),
  }
}

function readDates(cell: Cell) {
  return {
    openedOn: day(cell('openedOn')),
    closedOn: day(cell('closedOn')),
    lastChangedOn: day(cell('lastChangedOn')),
    reasonOpened: told(cell('reasonOpened')),
    reasonClosed: told(cell('reasonClosed')),
  }
}

function readPlace(cell: Cell) {
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
