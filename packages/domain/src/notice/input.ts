import { z } from 'zod'
import { PACES, POSTS, type Post } from './kinds.ts'

const pace = z.enum(PACES, { error: 'Choose how soon these may come.' })

/** How soon letters of each kind may come; a kind that is left out stays as it is. */
export const ChoosePaces = z.strictObject(
  Object.fromEntries(POSTS.map((post) => [post, pace.optional()])) as Record<
    Post,
    z.ZodOptional<typeof pace>
  >,
)
export type ChoosePaces = z.infer<typeof ChoosePaces>

const SPOKEN = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i

/** A time of day as people write it ("7:30am", "18:00", "6pm"), as minutes since midnight. */
const time = (what: string) =>
  z
    .string({ error: `Write ${what}, such as 7:30am.` })
    .transform((text) => minutesIn(text.trim()))
    .refine((minute) => minute !== null, `Write ${what}, such as 7:30am.`)
    .transform((minute) => minute ?? 0)

function minutesIn(text: string): number | null {
  const [, hours, minutes = '0', half] = SPOKEN.exec(text) ?? []
  const [hour, minute] = [Number(hours), Number(minutes)]
  if (hours === undefined || minute > 59) return null
  if (!half) return hour < 24 ? hour * 60 + minute : null
  if (hour < 1 || hour > 12) return null
  return ((hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)) * 60 + minute
}

const tick = z
  .union([z.boolean(), z.enum(['yes', 'no']).transform((word) => word === 'yes')], {
    error: 'Tick it or leave it.',
  })
  .default(false)

/** When letters must wait, and when the bundle comes. A box that is not ticked is not sent. */
export const SetQuietHours = z.strictObject({
  isOn: tick,
  start: time('when your evening begins'),
  end: time('when your morning begins'),
  weekends: tick,
  holidays: tick,
  digest: time('when your bundle may come'),
  digestDay: z.coerce
    .number({ error: 'Choose a day of the week.' })
    .int('Choose a day of the week.')
    .min(1, 'Choose a day of the week.')
    .max(7, 'Choose a day of the week.'),
})
export type SetQuietHours = z.infer<typeof SetQuietHours>

/** The secret part of an address in a letter. */
export const LetterToken = z.strictObject({
  token: z.string({ error: 'Open the whole link from your letter.' }).min(1).max(200),
})
export type LetterToken = z.infer<typeof LetterToken>

/** Stops one kind of post, or, from the page that says so, starts it again. */
export const Unsubscribe = LetterToken.extend({ again: z.enum(['yes']).optional() })
export type Unsubscribe = z.infer<typeof Unsubscribe>

/** The centre, or the part of it that is about one kind of thing. */
export const Centre = z.strictObject({ about: z.enum(POSTS).optional() })
export type Centre = z.infer<typeof Centre>
