import { eq, groupMemberships, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { Membership } from './find.ts'

/** Takes a membership back inside the caller's transaction: the row is kept with its reason, out of everybody's sight. */
export async function voidRow(tx: Tx, ctx: Ctx, membership: Membership, reason: string) {
  const voided = { voidedAt: ctx.now, voidReason: reason }
  await tx.update(groupMemberships).set(voided).where(eq(groupMemberships.id, membership.id))
  await record(tx, ctx, {
    type: 'membership.voided',
    personId: membership.personId,
    refs: { membership: membership.id, group: membership.groupId },
    before: { startedOn: membership.startedOn, finishedOn: membership.finishedOn },
    after: { reason },
  })
}
