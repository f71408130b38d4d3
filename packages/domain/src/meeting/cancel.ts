import type { Tx } from '@wirearchy/db'
import type { Ctx, MemberCtx } from '@wirearchy/domain'
import { pairOf } from '@wirearchy/domain/mentoring'
import { takeTurn } from '@wirearchy/domain/stint'
import type { CancelMeeting } from './input.ts'
import { mustBeAhead } from './move.ts'
import { type MeetingRow, meetingOf } from './rows.ts'
import { tellCancelled, tellDeclined } from './telling.ts'
import { change, note } from './write.ts'

/**
 * Either of a pair calls a meeting off, with a reason for the other if they like, or takes back times or turns them
 * down. It stays in their calendars as cancelled. Calling off what is off changes nothing.
 * @throws Problem not_found for anybody else · conflict once it has begun
 */
export const cancel = (ctx: MemberCtx, input: CancelMeeting): Promise<{ meetingId: string }> =>
  ctx.store.tx(async (tx) => {
    await takeTurn(tx, (await pairOf(tx, ctx, input.mentorshipId)).mentorId)
    const { pair, meeting } = await meetingOf(tx, ctx, input)
    if (meeting.state === 'cancelled') return { meetingId: meeting.id }
    if (meeting.state !== 'proposed') mustBeAhead(ctx, meeting)
    const off = await callOff(tx, ctx, meeting, input.reason)
    await note(tx, ctx, pair, off, 'meeting.cancelled')
    if (meeting.state === 'proposed') await tellDeclined(tx, ctx, pair, off)
    else await tellCancelled(tx, ctx, pair, off)
    return { meetingId: meeting.id }
  })

/** Writes a meeting down as cancelled; calendars that knew of it learn by its number that this is newer. */
export const callOff = (tx: Tx, ctx: Ctx, meeting: MeetingRow, reason: string | null) =>
  change(tx, ctx, meeting, { state: 'cancelled', reason, sequence: meeting.sequence + 1 })
