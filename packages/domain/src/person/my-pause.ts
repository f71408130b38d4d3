import { and, eq, isNull, pauses } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'

/** The viewer's break that has no end yet, begun or planned; null when there is none. */
export async function myPause(ctx: MemberCtx) {
  const [open] = await ctx.store.read
    .select()
    .from(pauses)
    .where(and(eq(pauses.personId, ctx.viewer), isNull(pauses.finishedOn), isNull(pauses.voidedAt)))
  if (!open) return null
  const { id, startedOn, expectedReturnOn, audience } = open
  return { id, startedOn, expectedReturnOn, audience, hasBegun: startedOn <= ctx.today }
}
