import { BadCell } from './bad-cell.ts'
import { type Binding as Bound, bindColumns, type Columns } from './bind.ts'
import { urn } from './cells.ts'
import { COLUMNS, type Column } from './header.ts'

/** England's and Wales's register, Scotland's, Northern Ireland's. */
export const REGISTER_SCHEMES = ['gias', 'seed', 'ni'] as const
export type Scheme = (typeof REGISTER_SCHEMES)[number]
export type Binding = Bound<Column>

/** One official register of schools: how its files are bound, and what its references look like. */
export interface Register {
  scheme: Scheme
  bind(cells: string[]): Binding
  /** A reference in its one written form. @throws BadCell */
  ref(cell: string): string
  /** What a reference is called. */
  refName: string
  nation: 'scotland' | 'northern_ireland' | null
}

/** Scotland's and Northern Ireland's lists are spreadsheets: the same facts under other names, fewer of them. */
const ABROAD_OF_GIAS: Partial<Columns<Column>> = {
  name: ['name', 'School Name', 'SchoolName', 'Institution Name', 'EstablishmentName'],
  status: ['status', 'School Status', 'EstablishmentStatus (name)'],
  laName: ['authority', 'LA Name', 'Local Authority', 'LA', 'Education Authority Region', 'LA (name)'],
  type: ['type', 'School Type', 'Institution Type', 'TypeOfEstablishment (name)'],
  phase: ['phase', 'School Phase', 'PhaseOfEducation (name)'],
  openedOn: ['opened', 'Date Opened', 'OpenDate'],
  closedOn: ['closed', 'Date Closed', 'CloseDate'],
  street: ['street', 'Address', 'Address 1', 'Address Line 1', 'Street'],
  locality: ['locality', 'Address 2', 'Address Line 2'],
  town: ['town', 'Town/City', 'City', 'Address 3', 'Address Line 3'],
  county: ['county', 'County (name)'],
  postcode: ['postcode', 'Post Code'],
  website: ['website', 'Web Address', 'SchoolWebsite'],
}

const listed = (refs: [string, ...string[]]) => ({ ...ABROAD_OF_GIAS, urn: refs }) as Columns<Column>
const ADVICE = 'Give every school a row with its reference, name, town and postcode'
const bindListed = (columns: Columns<Column>) => (cells: string[]) =>
  bindColumns(cells, columns, ['urn', 'name'], ADVICE)

/** A SEED code: seven digits, the first of them not 0. */
function seedCode(cell: string): string {
  const text = cell.trim()
  if (!/^[1-9]\d{6}$/.test(text)) throw new BadCell('A SEED code has seven digits.')
  return text
}

/** Northern Ireland's reference, 000-0000 with capital letters in some; spaces or no hyphen are read too. */
function niReference(cell: string): string {
  const text = cell.trim().toUpperCase().replace(/[\s-]/g, '')
  if (!/^\d[\dA-Z]{2}\d{4}$/.test(text))
    throw new BadCell('A reference of Northern Ireland is written 000-0000.')
  return `${text.slice(0, 3)}-${text.slice(3)}`
}

/** The registers we read, by scheme: England's and Wales's own download, and lists of the other two nations. */
export const REGISTERS: Record<Scheme, Register> = {
  gias: { scheme: 'gias', bind: bindGias, ref: urn, refName: 'URN', nation: null },
  seed: {
    scheme: 'seed',
    bind: bindListed(listed(['seed code', 'SeedCode', 'SEED', 'code', 'ref', 'reference'])),
    ref: seedCode,
    refName: 'SEED code',
    nation: 'scotland',
  },
  ni: {
    scheme: 'ni',
    bind: bindListed(
      listed(['reference', 'Institution Reference Number', 'DE Ref', 'De reference', 'ref', 'code']),
    ),
    ref: niReference,
    refName: 'reference',
    nation: 'northern_ireland',
  },
}

/** GIAS names its columns in one way, which its vintages move and drop. */
function bindGias(cells: string[]): Binding {
  const advice = "Use the register's own download of all establishment fields"
  return bindColumns(cells, COLUMNS, ['urn', 'name', 'statusCode', 'status'], advice)
}
