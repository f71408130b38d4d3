import { and, eq, gt, inArray, meetings, or, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import type { Pair } from '@wirearchy/domain/mentoring'
import { callOff } from './cancel.ts'
import { tellCancelled } from './telling.ts'
import { note } from './write.ts'

/** What two people had ahead is called off with their mentoring, in the transaction that ends it; calendars hear of it. */
export async function callOffAll(tx: Tx, ctx: Ctx, pair: Pair) {
  const isAhead = or(
    and(eq(meetings.state, 'booked'), gt(meetings.startsAt, ctx.now)),
    eq(meetings.state, 'proposed'),
  )
  const ahead = await tx
    .select()
    .from(meetings)
    .where(and(inArray(meetings.mentorshipId, pair.chapterIds), isAhead))
  for (const meeting of ahead) {
    const off = await callOff(tx, ctx, meeting, null)
    await note(tx, ctx, pair, off, 'meeting.cancelled')
    await tellCancelled(tx, ctx, pair, off)
  }
}
