import { foldPostcode, words } from '../../fold.ts'

/** What someone typed into the search for a school, ready to be looked up. */
export interface Asked {
  /** The whole text folded, for names that begin with it. */
  whole: string
  /** Each folded word; a whole postcode is one word, with or without its space. The last may be unfinished. */
  words: string[]
  /** A URN or whole postcode, when that is all that was typed. */
  exact: string | null
}

const FEWEST_LETTERS = 2
const MOST_WORDS = 8

/** Reads a search; null when it is too short to look for. */
export function askedOf(q: string): Asked | null {
  const typed = words(q)
  const whole = typed.join(' ')
  if (whole.length < FEWEST_LETTERS) return null
  const asked = joinPostcodes(typed).slice(0, MOST_WORDS)
  const [first] = asked
  const isExact =
    asked.length === 1 && first !== undefined && (/^\d{5,7}$/.test(first) || foldPostcode(first) !== null)
  return { whole, words: [...new Set(asked)], exact: isExact ? first : null }
}

function joinPostcodes(typed: string[]): string[] {
  const done: string[] = []
  for (const word of typed) {
    const whole = /^\d[a-z]{2}$/.test(word) ? foldPostcode((done.at(-1) ?? '') + word) : null
    if (whole) done.pop()
    done.push(whole ?? word)
  }
  return done
}
