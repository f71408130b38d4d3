import { and, eq, groupLeads, isNull } from '@wirearchy/db'
import { type MemberCtx, newId } from '@wirearchy/domain'
import { notify } from '@wirearchy/domain/job'
import { record } from '@wirearchy/domain/ledger'
import { ledGroup } from './find.ts'
import type { MakeLead } from './input.ts'
import { timeOf } from './whose.ts'

/** Lets a member run the group too, by whoever runs it. Doing it again changes nothing. */
export function makeLead(ctx: MemberCtx, { slug, personId }: MakeLead) {
  return ctx.store.tx(async (tx) => {
    const group = await ledGroup(tx, ctx, slug)
    await timeOf(tx, ctx, slug, personId)
    const open = and(
      eq(groupLeads.groupId, group.id),
      eq(groupLeads.personId, personId),
      isNull(groupLeads.finishedOn),
    )
    if ((await tx.$count(groupLeads, open)) > 0) return
    const id = newId(ctx.now)
    const lead = { id, personId, groupId: group.id, startedOn: ctx.today, grantedBy: ctx.viewer }
    await tx.insert(groupLeads).values(lead)
    await record(tx, ctx, { type: 'group_lead.started', personId, refs: { lead: id, group: group.id } })
    const refs = { group: group.id, slug }
    await notify(tx, ctx, [{ personId, kind: 'group.led', aboutPersonId: ctx.viewer, refs }])
  })
}
