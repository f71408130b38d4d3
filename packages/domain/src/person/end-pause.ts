import { and, eq, isNull, pauses } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { EndPause } from './input.ts'

/** The viewer is back: `finishedOn` is the last day away, inclusive. Nothing needs to be set up again. */
export async function endPause(ctx: MemberCtx, { finishedOn }: EndPause) {
  return ctx.store.tx(async (tx) => {
    const [open] = await tx
      .select()
      .from(pauses)
      .where(and(eq(pauses.personId, ctx.viewer), isNull(pauses.finishedOn), isNull(pauses.voidedAt)))
    if (!open) throw new Problem('conflict', 'You are not on a break, so there is none to end.')
    const isCancelled = finishedOn < open.startedOn
    const change = isCancelled ? { voidedAt: ctx.now } : { finishedOn }
    await tx.update(pauses).set(change).where(eq(pauses.id, open.id))
    const type = isCancelled ? 'pause.cancelled' : 'pause.ended'
    await record(tx, ctx, { type, personId: ctx.viewer, happenedOn: finishedOn, refs: { pause: open.id } })
    return { id: open.id, isCancelled }
  })
}
