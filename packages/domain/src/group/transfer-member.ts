import { dayBefore, type MemberCtx, Problem } from '@wirearchy/domain'
import { notify } from '@wirearchy/domain/job'
import { closeMembership, isOpen } from './close-membership.ts'
import { ledGroup, membershipsOf } from './find.ts'
import type { TransferMember } from './input.ts'
import { openMembership } from './open-membership.ts'
import { timeOf } from './whose.ts'

/**
 * Moves somebody to another group that the viewer runs too: the old time ends the day before, the new begins. They
 * are told, and keep the people of both.
 * @throws Problem conflict when they are in the other group already, or no longer in this one
 */
export function transferMember(ctx: MemberCtx, { slug, personId, toSlug, startedOn }: TransferMember) {
  return ctx.store.tx(async (tx) => {
    await ledGroup(tx, ctx, slug)
    const { memberships } = await timeOf(tx, ctx, slug, personId)
    const to = await ledGroup(tx, ctx, toSlug)
    if (slug === toSlug)
      throw new Problem('bad_input', 'Choose a different training group.', { field: 'toSlug' })
    if (startedOn < to.startedOn || startedOn > to.finishedOn)
      throw new Problem('bad_input', 'That day is outside the other course. Enter a day within it.', {
        field: 'startedOn',
      })
    const open = memberships.find((membership) => isOpen(membership, startedOn))
    if (!open) throw new Problem('conflict', 'Their time in this training group is over by that day.')
    if ((await membershipsOf(tx, personId, to.id)).some(({ outcome }) => outcome === null))
      throw new Problem('conflict', 'They are in that training group already.')
    await closeMembership(tx, ctx, open, { lastDay: dayBefore(startedOn), outcome: 'transferred' })
    const membershipId = await openMembership(tx, ctx, { group: to, personId, startedOn })
    const refs = { group: to.id, slug: to.slug }
    await notify(tx, ctx, [{ personId, kind: 'group.transferred', aboutPersonId: ctx.viewer, refs }])
    return { membershipId }
  })
}
