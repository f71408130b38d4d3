import type { Ctx, Day } from '@wirearchy/domain'
import type { Unit } from '@wirearchy/domain/mentoring/input'
import { letter, mine, toMe } from './letter.ts'
import { dayWords, topicWords, unitWords } from './words.ts'

/*
 * Letters about requests for support: that there is something, until when, and where. Nobody's own words are in them.
 */

interface Asked {
  name: string
  request: { id: string; unit: Unit; topics: string[] }
  dueOn: Day
  /** The buttons, a line each. */
  taps: string
}

/** To a mentor whose turn it is. */
export const askedLetter = (ctx: Ctx, { name, request, dueOn, taps }: Asked) =>
  letter(ctx, {
    kind: 'mentoring_asked',
    subject: `${name} would like you as a mentor`,
    href: toMe(request.id),
    text: `${name} would like your support: ${[unitWords(request.unit), topicWords(request.topics)].filter(Boolean).join(', about: ')}.

Read what they write, and say yes, ask one thing first, or say that you can’t:
{page}
${taps}
There is time until the end of ${dayWords(dueOn)}, the fifth school day. If we hear nothing by then, somebody else is asked. That is fine too.`,
  })

export interface Turn {
  name: string
  requestId: string
  dueOn: Day
}

/** To whoever has to answer, mentor or asker, once, on the third school day. */
export const reminderLetter = (
  ctx: Ctx,
  { name, requestId, dueOn, isMentor }: Turn & { isMentor: boolean },
) =>
  letter(ctx, {
    kind: 'mentoring_reminder',
    subject: `${name} hopes for your answer by ${dayWords(dueOn)}`,
    href: isMentor ? toMe(requestId) : mine(requestId),
    text: isMentor
      ? `${name} asked you for support and hopes for your answer by the end of ${dayWords(dueOn)}.

Yes, no, or one thing first:
{page}

If it does not fit just now, saying so helps most: the next person is asked at once, and nobody asks you why.`
      : `${name} asked you one thing about your request. Answer by the end of ${dayWords(dueOn)}; after that it goes to the next person.

{page}`,
  })

/** To the mentor: the asker has answered, and the mentor has five school days again. */
export const answerLetter = (ctx: Ctx, { name, requestId, dueOn }: Turn) =>
  letter(ctx, {
    kind: 'mentoring_answer',
    subject: `${name} answered your question`,
    href: toMe(requestId),
    text: `${name} answered what you asked. Read it, and say yes or no by the end of ${dayWords(dueOn)}:
{page}`,
  })

/** To a mentor whose turn is over because of the asker: somebody else said yes, or it was taken back. */
export const closedLetter = (ctx: Ctx, { name, isFound }: { name: string; isFound: boolean }) =>
  letter(ctx, {
    kind: 'mentoring_closed',
    subject: isFound ? `${name} has found somebody: thank you` : `${name} took the request back: thank you`,
    href: '/mentoring/requests',
    text: `${isFound ? `Somebody else said yes to ${name} first.` : `${name} no longer needs an answer.`} There is nothing left for you to do. Thank you for being there to ask.

{page}`,
  })

/** To a mentor, at most once a week: there is something on the open list for them. It names nobody and says no need. */
export const listedLetter = (ctx: Ctx) =>
  letter(ctx, {
    kind: 'nudge_listed',
    subject: 'Somebody asks for what you offer',
    href: '/mentoring/requests',
    text: `A new teacher asks for what you offer, and nobody has said yes yet. If you have a moment, look at the open list:
{page}

If not, there is nothing to do: you were not asked by name, and nobody waits for you. We write this once a week at most.`,
  })
