import { z } from 'zod'

const id = z.uuid({ error: 'Choose a person.' })
const HIDDEN = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu

/** "Would you say we know each other?", with a sentence that says from where. */
export const Ask = z.strictObject({
  personId: id,
  sentence: z
    .string({ error: 'Write a sentence that says how you know each other.' })
    .transform((text) => text.normalize('NFC').replace(HIDDEN, '').replace(/\s+/gu, ' ').trim())
    .refine((text) => text.length > 0, 'Write a sentence that says how you know each other.')
    .refine((text) => text.length <= 300, 'Keep your sentence to 300 characters or fewer.'),
})
export type Ask = z.infer<typeof Ask>

export const Answer = z.strictObject({
  requestId: id,
  answer: z.enum(['yes', 'no'], { error: 'Choose yes or no.' }),
})
export type Answer = z.infer<typeof Answer>

export const RequestRef = z.strictObject({ requestId: id })
export type RequestRef = z.infer<typeof RequestRef>

export const OtherPerson = z.strictObject({ personId: id })
export type OtherPerson = z.infer<typeof OtherPerson>

/** How I keep somebody on my own page. They never know. */
export const Prefer = z.strictObject({
  personId: id,
  how: z.enum(['pinned', 'muted', 'hidden'], { error: 'Choose pin, mute or hide.' }),
  isOn: z.union([z.boolean(), z.enum(['yes', 'no']).transform((word) => word === 'yes')]),
})
export type Prefer = z.infer<typeof Prefer>
