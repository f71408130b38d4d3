import { COLUMNS } from './header.ts'
import { BadCell } from './refusal.ts'

const LONGEST = 500
const LONGEST_NAME = 100
/** Control characters, invisible ones, text-direction overrides, private and unassigned code points. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u
const QUOTED_BY_EXCEL = /^'(?=[=+\-@\t\r\0\d]|RP)/iu

/** A cell as it was meant: in one form, trimmed, without the quote that spreadsheets put before formulas and numbers. */
export function told(cell: string | undefined, column: string): string | null {
  const text = (cell ?? '').normalize('NFC').trim().replace(QUOTED_BY_EXCEL, '').trim()
  if (text.length > LONGEST)
    throw new BadCell(column, `This is ${text.length} characters long. Keep it to ${LONGEST}.`)
  if (UNSEEN.test(text))
    throw new BadCell(column, 'This has a character in it that cannot be seen. Type it again by hand.')
  return text === '' ? null : text.replace(/\s+/gu, ' ')
}

/** A name as its owner writes it, 1 to 100 characters; never a formula or an address. */
export function nameCell(name: string | null): string {
  if (!name) throw new BadCell(COLUMNS.name, 'Add a name.')
  if (/^[=+\-@]/.test(name))
    throw new BadCell(COLUMNS.name, `A name can’t begin with “${name[0]}”. Type the name in its place.`)
  if (!/\p{L}/u.test(name)) throw new BadCell(COLUMNS.name, 'A name needs at least one letter.')
  if (/@\S+\.|:\/\//.test(name))
    throw new BadCell(COLUMNS.name, 'This looks like an address. Type the name instead.')
  if ([...name].length > LONGEST_NAME)
    throw new BadCell(COLUMNS.name, `The name is longer than ${LONGEST_NAME} characters. Shorten it.`)
  return name
}

const EMAIL = /^[^\s@"<>(),;:\\[\]]{1,64}@[^\s@"<>(),;:\\[\]_]{1,190}$/
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i

/** An e-mail address in small letters. Nobody is looked up: a known address and an unknown one read the same. */
export function emailCell(text: string | null): string | null {
  if (!text) return null
  const email = text.replace(/^mailto:/i, '').toLowerCase()
  const isAddress = EMAIL.test(email) && HOST.test(email.slice(email.lastIndexOf('@') + 1))
  if (!isAddress)
    throw new BadCell(
      COLUMNS.email,
      `“${text.slice(0, 60)}” is not a whole e-mail address. Write it like asha@example.com.`,
    )
  return email
}

/** A teacher reference number as its seven digits, however it was written: '0012345, RP00/12345, 00/12345. */
export function trnCell(text: string | null): string | null {
  if (!text) return null
  const digits = text.replace(/^'|^RP/giu, '').replace(/[\s/.-]/g, '')
  if (!/^\d+$/.test(digits))
    throw new BadCell(
      COLUMNS.trn,
      `“${text.slice(0, 30)}” is not a TRN. A TRN is seven digits, such as 0012345.`,
    )
  if (digits.length !== 7)
    throw new BadCell(
      COLUMNS.trn,
      `A TRN has seven digits; this has ${digits.length}. If a spreadsheet dropped the zeros at the front, put them back.`,
    )
  return digits
}

/** A provider's own number for a trainee, compared in capitals. */
export function traineeIdCell(text: string | null): string | null {
  if (!text) return null
  if (text.length > 50)
    throw new BadCell(COLUMNS.traineeId, 'The trainee ID is longer than 50 characters. Shorten it.')
  return text.toUpperCase()
}
