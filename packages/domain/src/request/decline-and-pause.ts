import { and, eq, inArray, mentoringAsks, mentoringRequests, type Tx } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { pauseUntil } from '@wirearchy/domain/mentoring'
import { declineIn } from './decline.ts'
import type { DeclineAndPause } from './input.ts'
import { passOn } from './pass-on.ts'
import { requestToMe } from './to-me.ts'

/**
 * The viewer says no, and nobody new may ask them until a day. Their other open requests go to the next in line, with a
 * kind word to whoever asked.
 */
export const declineAndPause = (ctx: MemberCtx, { requestId, until }: DeclineAndPause) =>
  ctx.store.tx(async (tx) => {
    await declineIn(tx, ctx, await requestToMe(tx, ctx, requestId))
    await pauseUntil(tx, ctx, until)
    await passOnMine(tx, ctx)
    return { requestId, until }
  })

async function passOnMine(tx: Tx, ctx: MemberCtx) {
  const { mentorId, state, requestId } = mentoringAsks
  const held = await tx
    .select({ ask: mentoringAsks, request: mentoringRequests })
    .from(mentoringAsks)
    .innerJoin(mentoringRequests, eq(mentoringRequests.id, requestId))
    .where(and(eq(mentorId, ctx.viewer), inArray(state, ['asked', 'question'])))
  for (const { ask, request } of held) await passOn(tx, ctx, request, ask, 'away')
}
