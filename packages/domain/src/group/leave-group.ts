import { type MemberCtx, Problem } from '@wirearchy/domain'
import { closeMembership, isOpen } from './close-membership.ts'
import { seenGroup } from './find.ts'
import type { LeaveGroup } from './input.ts'
import { voidRow } from './void-row.ts'

/**
 * Ends my own time in a group, today or on another day. My people from it stay my people. Time that has not begun is
 * taken back whole.
 * @throws Problem conflict when my time there is already over
 */
export function leaveGroup(ctx: MemberCtx, { slug, lastDay = ctx.today }: LeaveGroup) {
  return ctx.store.tx(async (tx) => {
    const { mine } = await seenGroup(tx, ctx, slug)
    const open = mine.find((membership) => isOpen(membership, ctx.today))
    if (!open)
      throw new Problem(
        'conflict',
        'Your time in this training group is already over. Your people stay yours.',
      )
    if (open.startedOn > lastDay && open.startedOn > ctx.today) return voidRow(tx, ctx, open, 'not_started')
    return closeMembership(tx, ctx, open, { lastDay, outcome: 'withdrawn' })
  })
}
