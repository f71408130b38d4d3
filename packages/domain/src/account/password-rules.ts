import { fold, Problem } from '@wirearchy/domain'
import { COMMON_WORDS } from './common-words.ts'

const SHORTEST = 12
const LEAST_OF_ONES_OWN = 4
const FEWEST_SIGNS = 5
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const LONGEST_FIRST = [...COMMON_WORDS].sort((one, other) => other.length - one.length)

/**
 * Refuses a password that guessers try first, and nothing else: any characters, spaces too, no rule about their kinds
 * (NCSC; OWASP ASVS 5, 6.2).
 * @param about words that stand around the person: their name, their address, their school
 * @throws Problem bad_input that says what to do
 */
export function refuseWeak(password: string, about: string[]) {
  const sentence = weakness(password, about)
  if (sentence) throw new Problem('bad_input', sentence, { field: 'password' })
}

function weakness(password: string, about: string[]): string | null {
  if ([...password].length < SHORTEST)
    return 'Use 12 characters or more. Three words that have nothing to do with each other are easy to remember.'
  const typed = password.normalize('NFKC').toLowerCase()
  if (new Set(typed).size < FEWEST_SIGNS || isRun(typed))
    return 'That is one of the first that guessers try. Use three words that have nothing to do with each other.'
  if (ownPart(typed, about).length < LEAST_OF_ONES_OWN)
    return 'That is made of words and numbers that guessers try first, such as names, schools and years. Add a word of your own.'
  return null
}

/** True of keys in a row, forwards or backwards: "abcdefghijkl", "0987654321qwerty". */
function isRun(typed: string) {
  const steps = [...typed].slice(1).filter((sign, at) => isStep(typed[at] ?? '', sign))
  return steps.length >= typed.length - 3
}

const isStep = (one: string, other: string) =>
  one === other || ROWS.some((row) => row.includes(one + other) || row.includes(other + one))

const LOOKS_LIKE: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** What is left of a password without the words and numbers that everybody would try; "p4ssw0rd" reads as password. */
function ownPart(typed: string, about: string[]) {
  const core = typed.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const read = [...core].map((sign) => LOOKS_LIKE[sign] ?? sign).join('')
  const plain = fold(typed).replace(/[\d ]/g, '')
  const bare = fold(read).replace(/[^\p{L}]/gu, '')
  const near = about.flatMap((words) => fold(words).split(' ')).filter((word) => word.length > 2)
  const without = (text: string) =>
    [...near, ...LONGEST_FIRST].reduce((rest, word) => rest.replaceAll(word, ''), text)
  return [without(plain), without(bare)].sort((one, other) => one.length - other.length)[0] ?? ''
}
