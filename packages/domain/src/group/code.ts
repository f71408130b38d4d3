import { randomBytes } from 'node:crypto'

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 18

/** A link's code: 90 random bits in letters that cannot be mistaken for each other on a poster. */
export const newCode = () => Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % 32]).join('')

/** A code as it was read or typed, in the one form it is kept in. */
export const tidyCode = (typed: string) =>
  typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1')
