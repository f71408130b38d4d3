import { and, eq, isNull, mentorships, people } from '@wirearchy/db'
import { type Day, isOver, type MemberCtx, Problem } from '@wirearchy/domain'
import { visibleTo } from '@wirearchy/domain/visibility'
import { isByHand } from './by-hand.ts'
import type { MentorshipRef } from './input.ts'
import { isMover } from './knows-end.ts'

export interface EndedMentorship {
  id: string
  otherId: string
  name: string
  isMentor: boolean
  /** Its last day, once that is behind us; a day ahead is the mover's alone to tell. */
  finishedOn: Day | null
  /** True when the two already keep going by themselves. */
  goesOn: boolean
  /** True when one of the two ended it: only asking anew begins it again. */
  isEndedByHand: boolean
}

/**
 * A school's mentoring as either of the two sees it, to keep it going after a move.
 * @throws Problem not_found for a mentoring of others, or when the other is out of sight
 */
export async function endedMentorship(
  ctx: MemberCtx,
  { mentorshipId }: MentorshipRef,
): Promise<EndedMentorship> {
  const { read } = ctx.store
  const [held] = await read
    .select()
    .from(mentorships)
    .where(and(eq(mentorships.id, mentorshipId), isNull(mentorships.voidedAt)))
  if (!held || ![held.mentorId, held.menteeId].includes(ctx.viewer)) throw Problem.notFound()
  const isMentor = held.mentorId === ctx.viewer
  const [other] = await read
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(and(eq(people.id, isMentor ? held.menteeId : held.mentorId), visibleTo(ctx, people.id)))
  if (!other) throw Problem.notFound()
  const pair = and(eq(mentorships.mentorId, held.mentorId), eq(mentorships.menteeId, held.menteeId))
  const chapters = await read
    .select()
    .from(mentorships)
    .where(and(pair, isNull(mentorships.voidedAt)))
  const isBehind = isOver(held, ctx.today)
  const isEndedByHand = chapters.some((one) => one.startedOn >= held.startedOn && isByHand(one))
  const isOpen = chapters.some((one) => one.finishedOn === null)
  const goesOn = isOpen || !(isEndedByHand || isBehind || isMover(ctx, held))
  const finishedOn = isBehind || isEndedByHand ? held.finishedOn : null
  return { id: held.id, otherId: other.id, name: other.name, isMentor, finishedOn, goesOn, isEndedByHand }
}
