import { connections, eq } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { mustSee } from '@wirearchy/domain/visibility'
import type { OtherPerson } from './input.ts'
import { openConnection } from './pair.ts'

/**
 * Either of two people ends what both had confirmed, today; on its first day when a clock that ran ahead has been put
 * right since. It stays in their history with its dates.
 */
export async function end(ctx: MemberCtx, { personId }: OtherPerson) {
  await mustSee(ctx, personId)
  return ctx.store.tx(async (tx) => {
    const open = await openConnection(tx, ctx.viewer, personId)
    if (!open) throw new Problem('conflict', 'There is nothing to end: you two have no connection now.')
    const finishedOn = open.startedOn > ctx.today ? open.startedOn : ctx.today
    await tx.update(connections).set({ finishedOn, endedById: ctx.viewer }).where(eq(connections.id, open.id))
    const refs = { connection: open.id, other: personId }
    await record(tx, ctx, { type: 'connection.ended', personId: ctx.viewer, refs })
    return { startedOn: open.startedOn, finishedOn }
  })
}
