import { meetings } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import type { Book } from './input.ts'
import { planReminders } from './reminders.ts'
import { freeSlots } from './slots.ts'
import { tellBooked } from './telling.ts'
import { freshRow, mustHaveRoom, note, planning } from './write.ts'

/**
 * The mentee takes one of the mentor's free hours. Two who take the same one at once: the first has it.
 * @throws Problem not_found for anybody else · not_allowed for the mentor · conflict when it is not free any more
 */
export const book = (
  ctx: MemberCtx,
  { mentorshipId, startsAt, place }: Book,
): Promise<{ meetingId: string }> =>
  ctx.store.tx(async (tx) => {
    const { pair, chapter } = await planning(tx, ctx, mentorshipId)
    if (pair.side === 'mentor')
      throw new Problem('not_allowed', 'These are your own hours. Offer some times instead.')
    await mustHaveRoom(tx, ctx, pair)
    const slot = (await freeSlots(tx, ctx, pair.mentorId)).find((one) => one.startsAt === startsAt)
    if (!slot)
      throw new Problem('conflict', 'That time has just been taken. Choose another one.', {
        field: 'startsAt',
      })
    const row = { ...freshRow(newId(ctx.now), chapter, ctx), ...slot, place }
    const [meeting] = await tx
      .insert(meetings)
      .values({ ...row, proposedBy: pair.side, state: 'booked' })
      .returning()
    if (!meeting) throw new Error('The meeting was not written.')
    await note(tx, ctx, pair, meeting, 'meeting.booked')
    await planReminders(tx, ctx, meeting)
    await tellBooked(tx, ctx, pair, meeting)
    return { meetingId: meeting.id }
  })
