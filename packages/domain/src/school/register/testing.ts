/** Invented schools in the register's own form, for tests: the same facts written in many ways. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { scratchFolder } from '@wirearchy/db/testing'

export type MadeRow = Record<string, string>

/** Columns of the real download around ours: some we read, some we pass over, some we must never keep. */
export const MADE_HEADER = [
  ...[
    'URN',
    'LA (code)',
    'LA (name)',
    'EstablishmentNumber',
    'EstablishmentName',
    'TypeOfEstablishment (code)',
  ],
  ...['TypeOfEstablishment (name)', 'EstablishmentTypeGroup (name)', 'EstablishmentStatus (code)'],
  ...['EstablishmentStatus (name)', 'ReasonEstablishmentOpened (name)', 'OpenDate'],
  ...['ReasonEstablishmentClosed (name)', 'CloseDate', 'PhaseOfEducation (name)', 'StatutoryLowAge'],
  ...['StatutoryHighAge', 'Gender (name)', 'SchoolCapacity', 'Trusts (code)', 'Trusts (name)', 'UKPRN'],
  ...[
    'LastChangedDate',
    'Street',
    'Locality',
    'Address3',
    'Town',
    'County (name)',
    'Postcode',
    'SchoolWebsite',
  ],
  ...[
    'TelephoneNum',
    'HeadTitle (name)',
    'HeadFirstName',
    'HeadLastName',
    'HeadPreferredJobTitle',
    'GOR (name)',
  ],
  ...['DistrictAdministrative (name)', 'Easting', 'Northing', 'PropsName', 'Country (name)'],
]

const USUAL: MadeRow = {
  'LA (code)': '383',
  'LA (name)': 'Leeds',
  EstablishmentNumber: '2001',
  'TypeOfEstablishment (code)': '01',
  'TypeOfEstablishment (name)': 'Community school',
  'EstablishmentTypeGroup (name)': 'Local authority maintained schools',
  'EstablishmentStatus (code)': '1',
  'EstablishmentStatus (name)': 'Open',
  'PhaseOfEducation (name)': 'Primary',
  OpenDate: '01-09-2001',
  StatutoryLowAge: '3',
  StatutoryHighAge: '11',
  'Gender (name)': 'Mixed',
  Street: 'Beck Lane',
  Town: 'Leeds',
  Postcode: 'LS6 2AB',
  TelephoneNum: '01130000000',
  HeadFirstName: 'Headfirst',
  HeadLastName: 'Headlast',
  PropsName: 'Propsname Holdings',
  'GOR (name)': 'Yorkshire and the Humber',
}

/** One invented row: the usual Leeds primary, changed as told. */
export const madeRow = (urn: number | string, change: MadeRow = {}): MadeRow => ({
  ...USUAL,
  URN: String(urn),
  EstablishmentName: `Beckside ${urn}`,
  ...change,
})

export interface Form {
  header?: string[]
  encoding?: 'utf-8' | 'utf-8-bom' | 'windows-1252'
  eol?: '\r\n' | '\n'
  lastEol?: boolean
  quoteAll?: boolean
}

/** The bytes of a register file that holds these rows in this form. */
export function registerBytes(rows: MadeRow[], form: Form = {}): Buffer {
  const {
    header = MADE_HEADER,
    eol = '\r\n',
    encoding = 'windows-1252',
    quoteAll = false,
    lastEol = true,
  } = form
  const quote = (cell: string) =>
    quoteAll || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  const lines = [header, ...rows.map((row) => header.map((column) => row[column.trim()] ?? ''))]
  const text = lines.map((cells) => cells.map(quote).join(',')).join(eol) + (lastEol ? eol : '')
  if (encoding === 'windows-1252') return Buffer.from(text, 'latin1')
  return Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${text}` : text, 'utf8')
}

const folder = scratchFolder()
let files = 0

/** Writes bytes to a new file of their own, which goes when the tests end, and returns its path. */
export async function registerFile(bytes: Buffer | string): Promise<string> {
  files += 1
  const path = join(folder, `establishments-${files}.csv`)
  await writeFile(path, bytes)
  return path
}
