import { z } from 'zod'

/** Whom of the cast to be. */
export const SignInAs = z.strictObject({
  key: z.enum(['asha', 'tom', 'priya', 'margaret', 'sian', 'sam', 'dan', 'ruth'], {
    error: 'Choose somebody from the list.',
  }),
})
export type SignInAs = z.infer<typeof SignInAs>

/** How many days ahead of the real day the demo's clock stands; negative is behind. */
export const SetClock = z.strictObject({
  days: z.coerce
    .number({ error: 'Enter a number of days, such as 30 or -7.' })
    .int('Enter a whole number of days.')
    .min(-1_000, 'The demo goes back 1,000 days at most.')
    .max(4_000, 'The demo goes forward 4,000 days at most.'),
})
export type SetClock = z.infer<typeof SetClock>

export const OutboxPage = z.strictObject({ page: z.coerce.number().int().min(1).max(1_000).optional() })
export type OutboxPage = z.infer<typeof OutboxPage>
