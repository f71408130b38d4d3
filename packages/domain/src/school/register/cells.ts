import { postcode } from '../../fold.ts'
import { BadCell } from './bad-cell.ts'
import { writtenDay } from './dates.ts'

const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]+/gu
const NOTHING_TOLD = new Set(['not applicable', 'does not apply', 'not recorded', 'none', 'unknown'])

/** Text in one form: NFC, single spaces, no control, direction or other unseen characters. */
export const tidy = (text: string) => text.normalize('NFC').replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim()

/** Tidy text, or null when the cell says nothing. */
export function told(cell: string): string | null {
  const text = tidy(cell)
  return text === '' || NOTHING_TOLD.has(text.toLowerCase()) ? null : text.slice(0, 300)
}

/** The school's name: kept even where it is a word such as "None", but never empty or over 200 letters. */
export function schoolName(cell: string): string {
  const name = tidy(cell)
  if (name === '') throw new BadCell('The name is empty.')
  if (name.length > 200) throw new BadCell('The name is longer than 200 characters.')
  return name
}

/** A URN: five to seven digits, the first not 0; never padded (domain.md 5.5). */
export function urn(cell: string): string {
  const text = cell.trim()
  if (!/^[1-9]\d{4,6}$/.test(text)) throw new BadCell('A URN has five to seven digits.')
  return text
}

/** A day written as an ISO day; null when blank or the placeholder 01-01-1900. @throws BadCell */
export function day(cell: string): string | null {
  const text = cell.trim()
  if (text === '') return null
  const iso = writtenDay(text)
  const instant = Date.parse(`${iso}T00:00:00Z`)
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== iso)
    throw new BadCell(`There is no day ${text}.`)
  return iso === '1900-01-01' ? null : iso
}

/** A whole number from 0 to `most`, or null: the register's filler (0000, 9999 and the like) tells nothing. */
export function count(cell: string, most: number): number | null {
  const text = cell.trim()
  if (!/^\d{1,7}$/.test(text)) return null
  const number = Number(text)
  return number <= most ? number : null
}

/** A web address we may link to, or null: a bare host gets http://, any other scheme is dropped. */
export function website(cell: string): string | null {
  const text = told(cell)
  if (!text || /\s/.test(text)) return null
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `http://${text}`
  if (!URL.canParse(address)) return null
  const { protocol, hostname, username } = new URL(address)
  return /^https?:$/.test(protocol) && hostname.includes('.') && !username ? address : null
}

/** The postcode in its written form, or null when it is not a whole one. */
export const postcodeCell = (cell: string): string | null => postcode(cell)

/** A DfE number of four digits: a spreadsheet drops the noughts it begins with. */
export function padded(cell: string): string | null {
  const text = told(cell)
  return text && /^\d{1,3}$/.test(text) ? text.padStart(4, '0') : text
}

/** A local authority's code of three digits, or null: 000 and 999 are the register's fillers. */
export const laCode = (cell: string): string | null => {
  const code = cell.trim()
  return /^\d{3}$/.test(code) && code !== '000' && code !== '999' ? code : null
}
