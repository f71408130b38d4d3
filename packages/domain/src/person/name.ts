import { z } from 'zod'

const LONGEST = 100
const SEEN = /^[\p{L}\p{M}\p{Nd} .,'’‘ʼʻ`´·()\-‐‑–]+$/u
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u
const PILED_MARKS = /\p{M}{5,}/u
/** Alphabets with letters that look like Latin ones: a name mixed of both can pass for somebody else's. */
const LIKE_LATIN =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}]/u
const LATIN = /\p{Script=Latin}/u

/** A name in the one form we keep: composed letters, single plain spaces, nothing around it. */
export const tidyName = (name: string) =>
  name
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim()

/**
 * What has to change before a tidied name can be somebody's name, as a sentence; null when nothing has.
 * One word, apostrophes, hyphens, any script and right-to-left names are all fine.
 */
export function nameProblem(name: string): string | null {
  if (name === '') return 'Enter your name as you like it to be shown.'
  if (UNSEEN.test(name))
    return 'There is a hidden character in this name. Type it here instead of pasting it.'
  if (lettersOf(name) > LONGEST || name.length > 200)
    return 'This name is longer than 100 letters. Enter a shorter form of it.'
  if (!/\p{L}/u.test(name))
    return 'A name has at least one letter. Enter your name as you like it to be shown.'
  if (!SEEN.test(name))
    return `A name has letters, spaces, hyphens, apostrophes and full stops. Take out “${firstOdd(name)}”.`
  if (PILED_MARKS.test(name))
    return 'Too many accents sit on one letter. Enter the name without some of them.'
  if (LIKE_LATIN.test(name) && LATIN.test(name))
    return 'This name mixes two alphabets that look alike. Enter it in one of them.'
  return null
}

const lettersOf = (name: string) => [...new Intl.Segmenter('en-GB').segment(name)].length
const firstOdd = (name: string) => [...name].find((letter) => !SEEN.test(letter)) ?? ''

/** A name as it comes from a form or a file: tidied, and refused with a sentence that says how to mend it. */
export const PersonName = z
  .string({ error: 'Enter your name as you like it to be shown.' })
  .transform(tidyName)
  .superRefine((name, { addIssue }) => {
    const message = nameProblem(name)
    if (message) addIssue({ code: 'custom', message })
  })
