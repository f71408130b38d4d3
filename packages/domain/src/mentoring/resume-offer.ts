import type { MemberCtx } from '@wirearchy/domain'
import { changeOffer } from './change-offer.ts'

/** The viewer's offer stands again from now on: a pause is over, a closed one is open as it was. */
export const resumeOffer = (ctx: MemberCtx) =>
  ctx.store.tx((tx) => changeOffer(tx, ctx, 'offer.resumed', { pausedUntil: null, closedAt: null }))
