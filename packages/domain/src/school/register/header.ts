import { Problem } from '../../problem.ts'

/** The columns we read, by the register's own names. Any other column is passed over unread. */
export const COLUMNS = {
  urn: 'URN',
  name: 'EstablishmentName',
  statusCode: 'EstablishmentStatus (code)',
  status: 'EstablishmentStatus (name)',
  laCode: 'LA (code)',
  laName: 'LA (name)',
  estabNo: 'EstablishmentNumber',
  type: 'TypeOfEstablishment (name)',
  typeGroup: 'EstablishmentTypeGroup (name)',
  phase: 'PhaseOfEducation (name)',
  openedOn: 'OpenDate',
  closedOn: 'CloseDate',
  reasonOpened: 'ReasonEstablishmentOpened (name)',
  reasonClosed: 'ReasonEstablishmentClosed (name)',
  street: 'Street',
  locality: 'Locality',
  address3: 'Address3',
  town: 'Town',
  county: 'County (name)',
  postcode: 'Postcode',
  website: 'SchoolWebsite',
  trustCode: 'Trusts (code)',
  trustName: 'Trusts (name)',
  region: 'GOR (name)',
  district: 'DistrictAdministrative (name)',
  ukprn: 'UKPRN',
  lowAge: 'StatutoryLowAge',
  highAge: 'StatutoryHighAge',
  gender: 'Gender (name)',
  capacity: 'SchoolCapacity',
  easting: 'Easting',
  northing: 'Northing',
  country: 'Country (name)',
  section41: 'Section41Approved (name)',
  previousLaCode: 'PreviousLA (code)',
  previousEstabNo: 'PreviousEstablishmentNumber',
  lastChangedOn: 'LastChangedDate',
} as const

export type Column = keyof typeof COLUMNS

const REQUIRED: Column[] = ['urn', 'name', 'statusCode', 'status']

/** Where each column we read stands in this file, and how wide its rows are. */
export interface Binding {
  width: number
  at: Partial<Record<Column, number>>
  header: string[]
}

/**
 * Binds columns by name, in any order, since vintages of the register move and drop them (domain.md
 * 5.3). Throws one Problem for the whole file when a required column is missing or a name comes twice.
 */
export function bindHeader(cells: string[]): Binding {
  const header = cells.map((cell) => cell.replace(/\s+/gu, ' ').trim())
  const at: Binding['at'] = {}
  for (const [column, name] of Object.entries(COLUMNS) as [Column, string][]) {
    const places = header.flatMap((cell, place) => (cell.toLowerCase() === name.toLowerCase() ? [place] : []))
    if (places.length > 1) throw refusal(`The column ${name} appears twice.`)
    if (places[0] !== undefined) at[column] = places[0]
  }
  const missing = REQUIRED.filter((column) => at[column] === undefined).map((column) => COLUMNS[column])
  if (missing.length > 0) throw refusal(`The file has no column ${missing.join(', ')}.`)
  return { width: header.length, at, header }
}

const refusal = (why: string) =>
  new Problem(
    'bad_input',
    `${why} Use the register's own download of all establishment fields; nothing has been changed.`,
    { field: 'file' },
  )
