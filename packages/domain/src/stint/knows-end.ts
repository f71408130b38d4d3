import type { MemberCtx } from '@wirearchy/domain'
import { isByHand } from './by-hand.ts'
import type { MentorshipRow } from './void-stint.ts'

/** True of the one of the two whose move ends the mentoring. */
export const isMover = (
  { viewer }: MemberCtx,
  { endReason, mentorId, menteeId }: Pick<MentorshipRow, 'endReason' | 'mentorId' | 'menteeId'>,
) => viewer === (endReason === 'mentor_moved' ? mentorId : menteeId)

/** True when one of the two may know when a mentorship ends: a last day ahead is the mover's alone until it is over. */
export const knowsEnd = (ctx: MemberCtx, held: MentorshipRow) =>
  held.finishedOn === null ||
  held.finishedOn < ctx.today ||
  held.kind !== 'statutory' ||
  isByHand(held) ||
  isMover(ctx, held)
