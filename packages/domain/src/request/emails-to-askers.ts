import type { Ctx } from '@wirearchy/domain'
import type { Turn } from './emails.ts'
import { letter, mine, NOW, type Now, PASSED, type Why } from './letter.ts'
import { dayWords } from './words.ts'

/** To the asker: the mentor has one thing to ask first. */
export const questionLetter = (ctx: Ctx, { name, requestId, dueOn }: Turn) =>
  letter(ctx, {
    kind: 'mentoring_question',
    subject: `${name} asks you one thing first`,
    href: mine(requestId),
    text: `${name} read your request and asks you one thing before they answer.

Read it, and answer by the end of ${dayWords(dueOn)}:
{page}`,
  })

/** To the asker: yes. */
export const yesLetter = (ctx: Ctx, { name, mentorshipId }: { name: string; mentorshipId: string }) =>
  letter(ctx, {
    kind: 'mentoring_yes',
    subject: `${name} said yes`,
    href: `/mentoring/${mentorshipId}`,
    text: `${name} said yes. This is the place for you two; choose a first time to talk:
{page}

Nobody else reads what you two write there: not your school, and not your induction tutor.`,
  })

interface Passed {
  requestId: string
  name: string
  why: Why
  now: Now
}

/** To the asker: a turn is over without a yes, and what happens now. Never with a reason. */
export const passedLetter = (ctx: Ctx, { requestId, name, why, now }: Passed) =>
  letter(ctx, {
    kind: 'mentoring_passed',
    subject: PASSED[why](name),
    href: mine(requestId),
    text: `${PASSED[why](name)}${why === 'declined' ? '' : '.'}\n\n${NOW[now]}\n\nSee who has it, and until when:\n{page}`,
  })

/** To the asker at the end of a round on the open list: how it stands, and what may help. */
export const stillLetter = (ctx: Ctx, requestId: string, round: number) =>
  letter(ctx, {
    kind: 'mentoring_still',
    subject: 'Your request is still on the open list',
    href: mine(requestId),
    text: `Nobody has said yes yet; it has stood there for ${round * 5} school days. Asking for something smaller, such as one call, often helps. You can change that, or choose others, here:
{page}`,
  })

/** To the asker when nobody could: said plainly, with what else there is. */
export const unansweredLetter = (ctx: Ctx, requestId: string) =>
  letter(ctx, {
    kind: 'mentoring_unanswered',
    subject: 'Nobody could say yes to your request',
    href: mine(requestId),
    text: `We are sorry: nobody could take it in fifteen school days on the open list, so it is closed. That says nothing about you or about what you asked; there were too few places.

What else there is: ask for one question or one call, ask the people you trained with, or ask again when the next half term begins. All three are here:
{page}`,
  })
