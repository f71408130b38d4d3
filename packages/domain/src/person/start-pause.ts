import { and, eq, isNull, pauses } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { StartPause } from './input.ts'

/**
 * The viewer is away from a day (inclusive), perhaps until another. It asks for no reason, and closes
 * nothing: every stay, mentorship and tie goes on (scenario 18).
 */
export async function startPause(ctx: MemberCtx, { startedOn, expectedReturnOn, audience }: StartPause) {
  if (expectedReturnOn !== null && expectedReturnOn <= startedOn)
    throw new Problem('bad_input', 'The day you come back is after the day you go.', {
      field: 'expectedReturnOn',
    })
  return ctx.store.tx(async (tx) => {
    const covering = await tx
      .select({ finishedOn: pauses.finishedOn })
      .from(pauses)
      .where(and(eq(pauses.personId, ctx.viewer), isNull(pauses.voidedAt)))
    if (covering.some(({ finishedOn }) => finishedOn === null))
      throw new Problem('conflict', 'You are on a break already. End that one first.', { field: 'startedOn' })
    if (covering.some(({ finishedOn }) => finishedOn !== null && finishedOn >= startedOn))
      throw new Problem('bad_input', 'Your last break covers that day. Choose a later one.', {
        field: 'startedOn',
      })
    const id = newId(ctx.now)
    await tx.insert(pauses).values({ id, personId: ctx.viewer, startedOn, expectedReturnOn, audience })
    const refs = { pause: id }
    await record(tx, ctx, { type: 'pause.started', personId: ctx.viewer, happenedOn: startedOn, refs })
    return { id, startedOn, expectedReturnOn }
  })
}
