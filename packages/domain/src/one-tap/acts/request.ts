import type { MemberCtx } from '@wirearchy/domain'
import { accept, asMentor, decline } from '@wirearchy/domain/request'
import { RequestId } from '@wirearchy/domain/request/input'
import type { Act, Input } from '../act.ts'

const page = ({ requestId }: Input) => `/mentoring/requests/${requestId}`

/** Yes to somebody who asks for support. */
export const acceptRequest: Act = {
  title: (ctx, input) => titled(ctx, input, (name) => `Say yes to ${name}, and become their mentor`),
  button: () => 'Yes, gladly',
  run: async (ctx, input) => {
    await accept(ctx, RequestId.parse(input))
    return 'You said yes. They have been told, and your mentoring has a page now.'
  },
  page,
}

/** No to somebody who asks for support, with no reason asked. */
export const declineRequest: Act = {
  title: (ctx, input) => titled(ctx, input, (name) => `Say that you can’t support ${name} at the moment`),
  button: () => 'Not at the moment',
  run: async (ctx, input) => {
    await decline(ctx, RequestId.parse(input))
    return 'Done. Somebody else is asked now, and nobody asks you why.'
  },
  page,
}

async function titled(ctx: MemberCtx, input: Input, words: (name: string) => string) {
  const { isOpen, name } = await asMentor(ctx, RequestId.parse(input))
  return isOpen ? words(name ?? 'them') : null
}
