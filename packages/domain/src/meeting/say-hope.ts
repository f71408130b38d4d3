import { type MemberCtx, Problem } from '@wirearchy/domain'
import { tell } from '@wirearchy/domain/notice'
import type { SayHope } from './input.ts'
import { mustBeAhead } from './move.ts'
import { meetingOf } from './rows.ts'
import { change, planning } from './write.ts'

/**
 * The mentee says in a line what would help that day: it becomes what the two talk about.
 * @throws Problem not_found for anybody else · not_allowed for the mentor · conflict once it has begun
 */
export const sayHope = (ctx: MemberCtx, input: SayHope): Promise<{ meetingId: string }> =>
  ctx.store.tx(async (tx) => {
    await planning(tx, ctx, input.mentorshipId)
    const { pair, meeting } = await meetingOf(tx, ctx, input)
    if (pair.side === 'mentor')
      throw new Problem('not_allowed', 'What would help is for the one you mentor to say.')
    mustBeAhead(ctx, meeting)
    const isNews = meeting.hopedFor === null
    await change(tx, ctx, meeting, { hopedFor: input.hopedFor })
    const refs = { mentorship: meeting.mentorshipId, meeting: meeting.id }
    if (isNews)
      await tell(tx, ctx, [
        { personId: pair.mentorId, kind: 'meeting.hoped', aboutPersonId: ctx.viewer, refs },
      ])
    return { meetingId: meeting.id }
  })
