import { type MemberCtx, Problem } from '@wirearchy/domain'
import type { MoveMeeting } from './input.ts'
import { planReminders } from './reminders.ts'
import { type MeetingRow, meetingOf } from './rows.ts'
import { tellChanged } from './telling.ts'
import { change, mustBeFree, note, planning, spanAt } from './write.ts'

/**
 * Either of a pair moves a meeting that is booked, or says where and how instead. The other hears at once, and may move
 * it too; calendars follow.
 * @throws Problem not_found for anybody else · conflict when it has begun or is off, or the mentor's time is taken
 */
export const move = (ctx: MemberCtx, input: MoveMeeting): Promise<{ meetingId: string }> =>
  ctx.store.tx(async (tx) => {
    await planning(tx, ctx, input.mentorshipId)
    const { pair, meeting } = await meetingOf(tx, ctx, input)
    mustBeAhead(ctx, meeting)
    const { way, place, reason, minutes } = input
    const span = spanAt(ctx, input, minutes, 'at')
    const to = { ...span, way, place }
    if (isSame(meeting, to)) return { meetingId: meeting.id }
    await mustBeFree(tx, ctx, pair.mentorId, span, meeting.id)
    const sequence = meeting.sequence + 1
    const moved = await change(tx, ctx, meeting, { ...to, reason, sequence })
    await note(tx, ctx, pair, moved, 'meeting.moved')
    await planReminders(tx, ctx, moved)
    await tellChanged(tx, ctx, pair, moved, { isMoved: meeting.startsAt !== moved.startsAt })
    return { meetingId: meeting.id }
  })

/** @throws Problem conflict unless a meeting is booked and has not begun */
export function mustBeAhead({ now }: MemberCtx, { state, startsAt }: MeetingRow) {
  if (state === 'booked' && startsAt !== null && startsAt > now) return
  throw new Problem('conflict', 'This meeting has begun or was called off. Plan the next one instead.')
}

const isSame = (held: MeetingRow, to: Partial<MeetingRow>) =>
  (['startsAt', 'endsAt', 'way', 'place'] as const).every((field) => held[field] === to[field])
