import type { MemberCtx } from '@wirearchy/domain'
import { changeOffer } from './change-offer.ts'

/** Nobody asks the viewer any more. What they offered is kept for another time, and whoever they mentor stays. */
export const closeOffer = (ctx: MemberCtx) =>
  ctx.store.tx((tx) => changeOffer(tx, ctx, 'offer.closed', { closedAt: ctx.now }))
