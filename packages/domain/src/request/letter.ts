import type { Ctx } from '@wirearchy/domain'

/** The two pages of a request: its mentor's and its asker's. */
export const toMe = (requestId: string) => `/mentoring/requests/${requestId}`
export const mine = (requestId: string) => `/mentoring/mine/${requestId}`

/** A letter with its line for a digest, which is its subject; `{page}` in its text is the page's address. */
export const letter = (
  { origin }: Ctx,
  { text, ...rest }: Record<'kind' | 'subject' | 'href' | 'text', string>,
) => ({ ...rest, line: rest.subject, text: `${text.replace('{page}', `${origin}${rest.href}`)}\n` })

/**
 * How a turn ended without a yes, as its asker hears it. Never with a reason; and where two people must not come
 * together, not even that a turn ended, for who was asked alone would be known by it.
 */
export const PASSED = {
  declined: (name: string) => `${name} can’t at the moment – shall we ask someone else?`,
  silent: (name: string) => `No answer from ${name} in five school days`,
  unanswered: (name: string) => `${name}’s question went without an answer`,
  away: (name: string) => `${name} is taking a break from mentoring`,
  apart: () => 'Your request has moved on',
}
export type Why = keyof typeof PASSED

/** Where a request is then. */
export const NOW = {
  next: 'The next person on your list has your request now. There is nothing left for you to do.',
  listed:
    'Your request is on the open list now: mentors whom you may ask see what you need. You can also choose others yourself.',
}
export type Now = keyof typeof NOW
