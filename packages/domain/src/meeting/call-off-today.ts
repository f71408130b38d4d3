import { and, eq, gt, lt, meetings, mentorships, or, type Tx } from '@wirearchy/db'
import { addDays, type MemberCtx } from '@wirearchy/domain'
import { londonTime } from '@wirearchy/domain/calendar'
import { callOff } from './cancel.ts'
import { tellCancelled } from './telling.ts'
import { note } from './write.ts'

/**
 * Calls off what the viewer and somebody have ahead today, in the transaction that sets the two apart, and names nobody:
 * neither should sit and wait for the other. What lies further ahead has time until the night's sweep.
 */
export async function callOffToday(tx: Tx, ctx: MemberCtx, otherId: string) {
  const { mentorId, menteeId } = mentorships
  const theTwo = or(
    and(eq(mentorId, ctx.viewer), eq(menteeId, otherId)),
    and(eq(mentorId, otherId), eq(menteeId, ctx.viewer)),
  )
  const midnight = londonTime(addDays(ctx.today, 1), 0)
  const today = and(gt(meetings.startsAt, ctx.now), lt(meetings.startsAt, midnight))
  const ahead = await tx
    .select({ meeting: meetings, mentorId, menteeId })
    .from(meetings)
    .innerJoin(mentorships, eq(mentorships.id, meetings.mentorshipId))
    .where(and(theTwo, eq(meetings.state, 'booked'), today))
  for (const { meeting, ...two } of ahead) {
    const off = await callOff(tx, ctx, meeting, null)
    await note(tx, ctx, two, off, 'meeting.cancelled')
    await tellCancelled(tx, ctx, two, off, true)
  }
}
