import type { MemberCtx } from '@wirearchy/domain'
import type { AskOthers } from './input.ts'
import { mineAndOpen } from './own.ts'
import { giveNextTurn } from './pass-on.ts'
import { holderOf } from './rows.ts'
import { addChoices } from './send.ts'

/** The viewer adds mentors to their request: from the open list the first is asked at once, else they wait their turn. */
export const askOthers = (ctx: MemberCtx, { requestId, mentorIds }: AskOthers) =>
  ctx.store.tx(async (tx) => {
    const request = await mineAndOpen(tx, ctx, requestId)
    await addChoices(tx, ctx, request, mentorIds)
    if (!(await holderOf(tx, requestId))) await giveNextTurn(tx, ctx, request)
    return { requestId }
  })
