/** What may be asked of a hand-over: its page and the words of the three, checked here alone. */
import { MentorshipId, words } from '@wirearchy/domain/mentoring/input'
import { z } from 'zod'

const rev = z.coerce.number({ error: 'Reload this page, then try again.' }).int().min(0)

/** The mentee's page; `rev` is the version that was in the form. */
export const WritePage = z.strictObject({
  ...MentorshipId.shape,
  text: words(4000, 'Write a few lines for your next mentor. You may change the ones we suggested.'),
  rev,
})
export type WritePage = z.infer<typeof WritePage>

export const ApprovePage = z.strictObject({ ...MentorshipId.shape, rev })
export type ApprovePage = z.infer<typeof ApprovePage>

export const SayWords = z.strictObject({
  ...MentorshipId.shape,
  handoverId: z.uuid({ error: 'Choose one from the list.' }),
  words: words(2000, 'Write what you would like to say.'),
})
export type SayWords = z.infer<typeof SayWords>
