import type { MemberCtx } from '@wirearchy/domain'
import { notify } from '@wirearchy/domain/job'
import { ledGroup } from './find.ts'
import type { VoidMembership } from './input.ts'
import { voidRow } from './void-row.ts'
import { timeOf } from './whose.ts'

/**
 * Takes back time in a group that was written by mistake, by whoever runs the group. Ties that only it gave are gone;
 * the rows are kept with the reason, and the person is told.
 */
export function voidMembership(ctx: MemberCtx, { slug, personId, reason }: VoidMembership) {
  return ctx.store.tx(async (tx) => {
    const { id } = await ledGroup(tx, ctx, slug)
    const { memberships } = await timeOf(tx, ctx, slug, personId)
    for (const membership of memberships) await voidRow(tx, ctx, membership, reason)
    if (personId === ctx.viewer) return
    // It names nobody: with the membership, whoever runs the group may have gone out of the person's sight.
    await notify(tx, ctx, [{ personId, kind: 'group.voided', refs: { group: id, slug } }])
  })
}
