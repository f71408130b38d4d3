/**
 * Folding: how the same name typed two ways becomes the same text, for people and schools alike.
 * `fold` is what we compare; `words` is what someone asks for; `indexWords` is what we keep.
 */

const MARKS = /\p{M}+/gu
const APOSTROPHES = /['’‘‛`´ʼʻʹʽ′＇]/gu
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu

/** Letters that Unicode does not take apart, and how people type them without a special keyboard. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
  ŧ: 't',
  ς: 'σ',
}
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu')

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(APOSTROPHES, "'")
    .normalize('NFKD')
    .toLocaleLowerCase('en-GB')
    .normalize('NFKD')
    .replace(APOSTROPHES, "'")
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .replaceAll('&', ' and ')
}

const letters = (text: string) => text.replace(BETWEEN_WORDS, '')
const asOneForm = (word: string) => (word === 'saint' ? 'st' : word)

/**
 * Text as we compare it: small letters without marks, apostrophes closed up, everything else a
 * single space, and "Saint" the same as "St". "St. Siân's O’Neill-Łuk" → "st sians oneill luk".
 */
export function fold(text: string): string {
  return words(text).join(' ')
}

/** The folded words of a text in their order: what to look for when someone types it. */
export function words(text: string): string[] {
  const closed = plain(text).replaceAll("'", '')
  return closed.split(BETWEEN_WORDS).filter(Boolean).map(asOneForm)
}

/**
 * Every folded form under which a text should be found, each once: "O'Neill" as oneill, o and
 * neill; "Al-Hijrah" as al, hijrah and alhijrah; "St" also as saint, so that "sai" finds it.
 */
export function indexWords(text: string): string[] {
  const found = new Set(words(text))
  for (const written of plain(text).split(/\s+/u)) {
    const parts = written
      .split(/['\p{Pd}]/u)
      .map(letters)
      .filter(Boolean)
    if (parts.length < 2) continue
    for (const part of parts) found.add(asOneForm(part))
    found.add(parts.join(''))
  }
  if (found.has('st')) found.add('saint')
  return [...found]
}

const POSTCODE = /^(?:GIR0AA|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2})$/u

/** A whole UK postcode as it is written, "LS1 2AB", however it was typed; null when it is not one. */
export function postcode(text: string): string | null {
  const closed = text.normalize('NFKC').toUpperCase().replace(BETWEEN_WORDS, '')
  return POSTCODE.test(closed) ? `${closed.slice(0, -3)} ${closed.slice(-3)}` : null
}

/** A postcode as we compare it, "ls12ab"; null when the text is not a whole one. */
export function foldPostcode(text: string): string | null {
  return postcode(text)?.replace(' ', '').toLowerCase() ?? null
}
