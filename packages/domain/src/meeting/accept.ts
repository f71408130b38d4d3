import { type MemberCtx, Problem } from '@wirearchy/domain'
import type { Accept } from './input.ts'
import { planReminders } from './reminders.ts'
import { meetingOf, timesOf } from './rows.ts'
import { tellBooked } from './telling.ts'
import { change, mustBeFree, note, planning } from './write.ts'

/**
 * The other of a pair takes one of the times that were offered, and it is booked.
 * @throws Problem not_found for anybody else · conflict when it was answered, is over, or the mentor's time is taken
 */
export const accept = (ctx: MemberCtx, input: Accept): Promise<{ meetingId: string }> =>
  ctx.store.tx(async (tx) => {
    await planning(tx, ctx, input.mentorshipId)
    const { pair, meeting } = await meetingOf(tx, ctx, input)
    if (meeting.state !== 'proposed' || meeting.proposedBy === pair.side)
      throw new Problem('conflict', 'These times were answered or taken back meanwhile. See your meetings.')
    const time = (await timesOf(tx, [meeting.id])).find(({ id }) => id === input.timeId)
    if (!time) throw Problem.notFound()
    if (time.startsAt <= ctx.now)
      throw new Problem('conflict', 'That time is over. Choose another, or offer times yourself.')
    await mustBeFree(tx, ctx, pair.mentorId, time)
    const { startsAt, endsAt } = time
    const booked = await change(tx, ctx, meeting, { state: 'booked', startsAt, endsAt })
    await note(tx, ctx, pair, booked, 'meeting.booked')
    await planReminders(tx, ctx, booked)
    await tellBooked(tx, ctx, pair, booked)
    return { meetingId: booked.id }
  })
