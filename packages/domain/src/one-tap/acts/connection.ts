import type { MemberCtx } from '@wirearchy/domain'
import { answer, toAnswer } from '@wirearchy/domain/connection'
import { Answer } from '@wirearchy/domain/connection/input'
import type { Act } from '../act.ts'

/** Yes or no to somebody who says that the two know each other. A no is silent. */
export const answerConnection: Act = {
  title: async (ctx, input) => {
    const name = await asker(ctx, input.requestId)
    if (name === null) return null
    return input.answer === 'yes'
      ? `Say that you and ${name} know each other`
      : `Say no to ${name}. They are not told.`
  },
  button: ({ answer: said }) => (said === 'yes' ? 'Yes, we know each other' : 'No'),
  run: async (ctx, input) => {
    const { state } = await answer(ctx, Answer.parse(input))
    return state === 'accepted' ? 'You both say that you know each other.' : 'Done. They are not told.'
  },
  page: () => '/notices',
}

async function asker(ctx: MemberCtx, requestId: string | undefined) {
  const waiting = await toAnswer(ctx)
  return waiting.find(({ id }) => id === requestId)?.name ?? null
}
