import { z } from 'zod'

const HIDDEN = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu

/** One line of a person's own words: spaces folded, hidden characters out. */
export const line = (most: number, empty: string) =>
  z
    .string({ error: empty })
    .transform((text) => text.normalize('NFC').replace(HIDDEN, '').replace(/\s+/gu, ' ').trim())
    .refine((text) => text.length > 0, empty)
    .refine((text) => text.length <= most, `Keep it to ${most} characters or fewer.`)

/** Words of several lines: line breaks stay, hidden characters go. */
export const words = (most: number, empty: string) =>
  z
    .string({ error: empty })
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').replace(HIDDEN, '').trim())
    .refine((text) => text.length > 0, empty)
    .refine((text) => text.length <= most, `Keep it to ${most} characters or fewer.`)

/** Words that may be left out: nothing stands for none. */
export const maybe = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').replace(HIDDEN, '').trim() || null)
    .refine((text) => text === null || text.length <= most, `Keep it to ${most} characters or fewer.`)
    .nullish()
    .transform((text) => text ?? null)

/** A box in a form: "yes" when ticked, nothing when not. */
export const ticked = z
  .union([z.boolean(), z.literal('yes')])
  .nullish()
  .transform((box) => box === true || box === 'yes')

/** A whole number, as a form or a program sends it. */
export const number = (least: number, most: number, sentence: string) =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^\d{1,5}$/)
          .transform(Number),
      ],
      { error: sentence },
    )
    .refine((given) => Number.isInteger(given) && given >= least && given <= most, sentence)

/** A few short answers, as a list or as one text with commas; each once, whatever its capitals. */
export const listOf = (most: number, longest: number) =>
  z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .transform((given) => tidied(typeof given === 'string' ? given.split(/[,;\n]/) : (given ?? [])))
    .refine((list) => list.length <= most, `Keep this to ${most} at most.`)
    .refine(
      (list) => list.every((text) => text.length <= longest),
      `Keep each to ${longest} characters or fewer.`,
    )

function tidied(texts: string[]): string[] {
  const kept = new Map<string, string>()
  for (const text of texts.map((one) =>
    one.normalize('NFC').replace(HIDDEN, '').replace(/\s+/gu, ' ').trim(),
  )) {
    const key = text.toLocaleLowerCase('en-GB')
    if (key && !kept.has(key)) kept.set(key, text)
  }
  return [...kept.values()]
}
