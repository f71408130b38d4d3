import { type MemberCtx, Problem } from '@wirearchy/domain'
import { closeMembership, isOpen } from './close-membership.ts'
import type { DeferMembership } from './input.ts'
import { timeOf } from './whose.ts'

/**
 * Stops somebody's time in a group for now: their own doing, or by whoever runs the group. Everybody they overlapped
 * with until the last day, included, stays tied to them; carrying on later is a membership of its own.
 * @throws Problem conflict when there is nothing to stop
 */
export function deferMembership(ctx: MemberCtx, { slug, personId, lastDay }: DeferMembership) {
  return ctx.store.tx(async (tx) => {
    const { memberships } = await timeOf(tx, ctx, slug, personId)
    const open = memberships.find((membership) => isOpen(membership, lastDay))
    if (!open)
      throw new Problem('conflict', 'There is no time in this training group to stop. It is already over.')
    await closeMembership(tx, ctx, open, { lastDay, outcome: 'deferred' })
    return { membershipId: open.id }
  })
}
