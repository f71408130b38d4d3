import { eq, mentoringAsks, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { comeFromList } from './come-from-list.ts'
import type { RequestId } from './input.ts'
import { passOn } from './pass-on.ts'
import { isHeld } from './rows.ts'
import { requestToMe, type ToMe } from './to-me.ts'

/**
 * The viewer says no, with no reason asked. On their turn it goes to the next at once and the asker is told kindly;
 * otherwise nobody hears of it. A no to what is over, or said before, changes nothing.
 * @throws Problem conflict after a yes
 */
export const decline = (ctx: MemberCtx, { requestId }: RequestId) =>
  ctx.store.tx(async (tx) => {
    await declineIn(tx, ctx, await requestToMe(tx, ctx, requestId))
    return { requestId, state: 'declined' as const }
  })

/** The same, in the caller's transaction. */
export async function declineIn(tx: Tx, ctx: MemberCtx, { request, ask }: ToMe) {
  if (ask?.state === 'accepted')
    throw new Problem('conflict', 'You have said yes already. You can end it on the page of your mentoring.')
  if (request.state !== 'open') return
  if (ask && isHeld(ask)) return passOn(tx, ctx, request, ask, 'declined')
  const askId = ask?.id ?? (await comeFromList(tx, ctx, request))
  await tx.update(mentoringAsks).set({ state: 'declined' }).where(eq(mentoringAsks.id, askId))
}
