import { type MemberCtx, Problem } from '@wirearchy/domain'
import { pairOf } from '@wirearchy/domain/mentoring'
import { takeTurn } from '@wirearchy/domain/stint'
import type { SayHeld } from './input.ts'
import { type MeetingRow, meetingOf } from './rows.ts'
import { isRevealed } from './said.ts'
import { change, note } from './write.ts'

/**
 * One tap by each of a pair after a meeting: it happened, it was moved, or it did not. Nobody is to blame, and neither
 * reads the other's answer until both have said, or a week has passed. It can be changed until then.
 * @throws Problem not_found for anybody else · conflict for a meeting that has not begun or was called off
 */
export const sayHeld = (ctx: MemberCtx, input: SayHeld): Promise<{ meetingId: string }> =>
  ctx.store.tx(async (tx) => {
    await takeTurn(tx, (await pairOf(tx, ctx, input.mentorshipId)).mentorId)
    const { pair, meeting } = await meetingOf(tx, ctx, input)
    mustHaveBegun(ctx, meeting)
    const mine = pair.side === 'mentor' ? 'mentorSaid' : 'menteeSaid'
    if (meeting[mine] === input.said) return { meetingId: meeting.id }
    if (meeting[mine] !== null && isRevealed(meeting, ctx.now))
      throw new Problem('conflict', 'You have said so already. Plan the next meeting instead.')
    const said = { ...meeting, [mine]: input.said }
    const changed = await change(tx, ctx, meeting, { [mine]: input.said, state: stateFrom(said) })
    if (changed.state !== meeting.state) await note(tx, ctx, pair, changed, `meeting.${changed.state}`)
    return { meetingId: meeting.id }
  })

function mustHaveBegun({ now }: MemberCtx, { state, startsAt }: MeetingRow) {
  if (state === 'cancelled' || state === 'proposed' || startsAt === null || startsAt > now)
    throw new Problem('conflict', 'This meeting has not been yet. Say after it whether it happened.')
}

/** It happened as soon as one of the two says so, and was missed once both say that it did not. */
function stateFrom({ mentorSaid, menteeSaid }: MeetingRow): MeetingRow['state'] {
  if (mentorSaid === 'yes' || menteeSaid === 'yes') return 'happened'
  return mentorSaid !== null && menteeSaid !== null ? 'missed' : 'booked'
}
