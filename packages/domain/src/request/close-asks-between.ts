import type { Tx } from '@wirearchy/db'
import { and, eq, inArray, mentoringAsks, mentoringRequests, or } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { passOn } from './pass-on.ts'
import { isHeld } from './rows.ts'

/**
 * Ends every open turn between the viewer and somebody, with no reason, in the caller's transaction; a request whose
 * turn it was goes to the next in line. Called once the block between the two is written.
 */
export async function closeAsksBetween(tx: Tx, ctx: MemberCtx, otherId: string) {
  const { askerId, state } = mentoringRequests
  const pairs = or(
    and(eq(askerId, ctx.viewer), eq(mentoringAsks.mentorId, otherId)),
    and(eq(askerId, otherId), eq(mentoringAsks.mentorId, ctx.viewer)),
  )
  const rows = await tx
    .select({ ask: mentoringAsks, request: mentoringRequests })
    .from(mentoringAsks)
    .innerJoin(mentoringRequests, eq(mentoringRequests.id, mentoringAsks.requestId))
    .where(
      and(pairs, eq(state, 'open'), inArray(mentoringAsks.state, ['next', 'asked', 'question', 'passed'])),
    )
  for (const { ask, request } of rows)
    if (isHeld(ask)) await passOn(tx, ctx, request, ask, 'apart')
    else await tx.update(mentoringAsks).set({ state: 'closed' }).where(eq(mentoringAsks.id, ask.id))
}
