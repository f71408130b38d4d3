import { z } from 'zod'

const HIDDEN = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu
const CONTROLS = /\p{Cc}+/gu

/** One line of somebody's words: composed letters, no hidden characters, single spaces. */
const tidy = (text: string) =>
  text.normalize('NFC').replace(HIDDEN, '').replace(CONTROLS, ' ').replace(/\s+/gu, ' ').trim()

/** A line of at most `most` characters; nothing written is null. */
export const line = (most: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidy(text ?? '') || null)
    .refine((text) => text === null || text.length <= most, `Keep this to ${most} characters or fewer.`)

/** A few short answers, as a list or as one text with commas; each once, whatever its capitals. */
export const shortList = (most: number) =>
  z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .transform((given) => onceEach(typeof given === 'string' ? given.split(/[,;\n]/) : (given ?? [])))
    .refine((list) => list.length <= most, `Keep this to ${most} at most.`)
    .refine((list) => list.every((text) => text.length <= 60), 'Keep each one to 60 characters or fewer.')

function onceEach(texts: string[]) {
  const kept = new Map<string, string>()
  for (const text of texts.map(tidy).filter(Boolean)) {
    const key = text.toLocaleLowerCase('en-GB')
    if (!kept.has(key)) kept.set(key, text)
  }
  return [...kept.values()]
}

/** A box in a form: "yes" when ticked, nothing when not. */
export const ticked = z
  .union([z.boolean(), z.literal('yes')])
  .nullish()
  .transform((box) => box === true || box === 'yes')

/** One of a list, or nothing. */
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V) =>
  z
    .enum(values, { error: 'Choose one from the list, or leave it out.' })
    .nullish()
    .transform((value) => value ?? null)

/** A civil day, YYYY-MM-DD. */
export const day = z.iso.date({ error: 'Enter a day, such as 1 9 2026.' })
