import { and, eq, isNotNull, lt, meetings, or, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { hanging, letGo } from './let-go.ts'

const WEEK = 7 * 86_400_000

/**
 * Once a day: calls off what two people had ahead who are not mentor and mentee any more, and forgets times that nobody
 * chose. Calendars hear of it; where one keeps the other out, without a name. A fault in one holds up no other: it is
 * thrown at the end.
 */
export async function sweepMeetings(ctx: Ctx) {
  const faults: unknown[] = []
  const inTurn = (body: (tx: Tx) => Promise<void>) => ctx.store.tx(body).catch((fault) => faults.push(fault))
  for (const id of await hanging(ctx)) await inTurn((tx) => letGo(tx, ctx, id))
  await inTurn((tx) => settleUnmet(tx, ctx))
  if (faults.length > 0) throw faults[0]
}

/** A week on, what one of the two says did not happen is taken as that. */
async function settleUnmet(tx: Tx, { now }: Ctx) {
  const said = or(isNotNull(meetings.mentorSaid), isNotNull(meetings.menteeSaid))
  const past = and(eq(meetings.state, 'booked'), lt(meetings.endsAt, now - WEEK), said)
  await tx.update(meetings).set({ state: 'missed', updatedAt: now }).where(past)
}
