import { eq, groupMemberships, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { Membership } from './find.ts'

/**
 * Ends a membership on its last day, included, inside the caller's transaction. Whoever overlapped until then stays
 * tied.
 * @throws Problem bad_input when the day is before the membership's first or after its last
 */
export async function closeMembership(
  tx: Tx,
  ctx: Ctx,
  membership: Membership,
  { lastDay, outcome }: { lastDay: Day; outcome: 'withdrawn' | 'deferred' | 'transferred' },
) {
  if (lastDay < membership.startedOn)
    throw wrongDay('That day is before the time in this group began. Enter a later one.')
  if (membership.finishedOn && lastDay > membership.finishedOn)
    throw wrongDay('The time in this group is over by that day. Enter an earlier one.')
  await tx
    .update(groupMemberships)
    .set({ finishedOn: lastDay, outcome })
    .where(eq(groupMemberships.id, membership.id))
  await record(tx, ctx, {
    type: 'membership.finished',
    happenedOn: lastDay,
    personId: membership.personId,
    refs: { membership: membership.id, group: membership.groupId },
    before: { finishedOn: membership.finishedOn, outcome: membership.outcome },
    after: { finishedOn: lastDay, outcome },
  })
}

const wrongDay = (sentence: string) => new Problem('bad_input', sentence, { field: 'lastDay' })

/** True of time in a group that has not been ended early and is not over. */
export const isOpen = ({ outcome, finishedOn }: Membership, today: Day) =>
  outcome === null && (finishedOn === null || finishedOn >= today)
