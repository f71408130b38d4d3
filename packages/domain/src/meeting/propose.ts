import { meetings, meetingTimes } from '@wirearchy/db'
import { type MemberCtx, newId } from '@wirearchy/domain'
import type { Propose } from './input.ts'
import { tellOffered } from './telling.ts'
import { freshRow, mustHaveRoom, note, planning, spanAt } from './write.ts'

/**
 * Either of a pair offers up to three times; the other chooses one of them. Nothing is booked until then.
 * @throws Problem not_found for anybody else · bad_input for a time that is over
 */
export const propose = (ctx: MemberCtx, input: Propose): Promise<{ meetingId: string }> =>
  ctx.store.tx(async (tx) => {
    const { pair, chapter } = await planning(tx, ctx, input.mentorshipId)
    await mustHaveRoom(tx, ctx, pair)
    const times = timesIn(ctx, input)
    const { way, place } = input
    const row = { ...freshRow(newId(ctx.now), chapter, ctx), way, place, proposedBy: pair.side }
    const [meeting] = await tx
      .insert(meetings)
      .values({ ...row, state: 'proposed' })
      .returning()
    if (!meeting) throw new Error('The meeting was not written.')
    const offered = times.map((span) => ({ id: newId(ctx.now), meetingId: meeting.id, ...span }))
    await tx.insert(meetingTimes).values(offered)
    await note(tx, ctx, pair, meeting, 'meeting.offered')
    await tellOffered(tx, ctx, pair, meeting)
    return { meetingId: meeting.id }
  })

/** Each time once, however often it was written. */
function timesIn(ctx: MemberCtx, { first, second, third, minutes }: Propose) {
  const written = Object.entries({ first, second, third })
  const spans = written.flatMap(([name, when]) => (when ? [spanAt(ctx, when, minutes, `${name}.at`)] : []))
  return [...new Map(spans.map((span) => [span.startsAt, span])).values()]
}
