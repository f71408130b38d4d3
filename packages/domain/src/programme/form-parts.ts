import { z } from 'zod'

export const id = z.uuid({ error: 'Choose one from the list.' })
/** A box in a form. */
export const ticked = z
  .union([z.boolean(), z.literal('yes')])
  .nullish()
  .transform((box) => box === true || box === 'yes')
/** A whole number, as a form or a program sends it. */
export const number = (least: number, most: number, sentence: string) =>
  z.coerce.number({ error: sentence }).int(sentence).min(least, sentence).max(most, sentence)
/** One person or several, each once. */
export const ids = z
  .union([id, z.array(id)])
  .nullish()
  .transform((given) => [...new Set(typeof given === 'string' ? [given] : (given ?? []))])

/** One of the two sides. */
export const side = z.enum(['mentor', 'mentee'], { error: 'Choose mentors or mentees.' })

/** How much something counts. */
export const weight = number(0, 10, 'Choose a number from 0 to 10.')
