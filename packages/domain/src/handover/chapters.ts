import { and, asc, eq, gt, isNull, mentorships, type Reader } from '@wirearchy/db'
import { addDays, type Day, type MemberCtx } from '@wirearchy/domain'
import { chaptersOf, type MentorshipRow, type Pair } from '@wirearchy/domain/mentoring'
import { isByHand, knowsEnd } from '@wirearchy/domain/stint'

type Read = Pick<Reader, 'select'>

/** For so long after the next mentor begins the three may write to each other. */
export const OPEN_DAYS = 14

export const openUntil = ({ startedOn }: MentorshipRow): Day => addDays(startedOn, OPEN_DAYS)

/** The school's chapter of a pair that a move ended, as far as the viewer may know; null when there is none to hand over. */
export async function endedByMove(
  read: Read,
  ctx: MemberCtx,
  { mentorId, menteeId }: Pair,
): Promise<MentorshipRow | null> {
  const last = (await chaptersOf(read, mentorId, menteeId)).findLast(
    ({ kind, voidedAt }) => kind === 'statutory' && voidedAt === null,
  )
  const isEnded = last && last.finishedOn !== null && knowsEnd(ctx, last)
  return isEnded && !isByHand(last) ? last : null
}

/**
 * The chapter in which a school gave the mentee their next mentor; null until one does, and when it is the same person.
 * Looked for when it is read: whoever arranges a mentorship needs to know nothing of this.
 */
export async function nextAfter(read: Read, ended: MentorshipRow): Promise<MentorshipRow | null> {
  const [next] = await read
    .select()
    .from(mentorships)
    .where(
      and(
        eq(mentorships.menteeId, ended.menteeId),
        eq(mentorships.kind, 'statutory'),
        isNull(mentorships.voidedAt),
        gt(mentorships.startedOn, ended.finishedOn ?? '9999-12-31'),
      ),
    )
    .orderBy(asc(mentorships.startedOn), asc(mentorships.no))
    .limit(1)
  return next && next.mentorId !== ended.mentorId ? next : null
}
