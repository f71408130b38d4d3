import { and, eq, mentorships, type Reader, type SIDES, sql } from '@wirearchy/db'
import { type Day, isOver, type MemberCtx, Problem } from '@wirearchy/domain'
import { isByHand } from '@wirearchy/domain/stint'
import { blockedWith } from '@wirearchy/domain/visibility'

export type MentorshipRow = typeof mentorships.$inferSelect
export type Side = (typeof SIDES)[number]

/** Two people as mentor and mentee, as one of them comes to their space. */
export interface Pair {
  mentorId: string
  menteeId: string
  /** Which of the two the viewer is. */
  side: Side
  otherSide: Side
  otherId: string
  /** Every chapter of theirs, oldest first, voided ones too: what was written in any of them is in their space. */
  chapterIds: string[]
  /** The chapter that goes on today or is still to begin, where new words are written; null once all have ended. */
  current: MentorshipRow | null
  /** The latest chapter that was not voided. */
  last: MentorshipRow
}

type Read = Pick<Reader, 'select' | 'rows'>

/**
 * The pair behind a mentorship's id, any chapter of theirs, for one of the two and for nobody else whoever they are.
 * The one door to everything the two write: no read or write of a space goes past it.
 * @throws Problem not_found for everybody else, when either keeps the other out, and when it never came to be
 */
export async function pairOf(read: Read, ctx: MemberCtx, mentorshipId: string): Promise<Pair> {
  const [asked] = await read.select().from(mentorships).where(eq(mentorships.id, mentorshipId))
  if (!asked || ![asked.mentorId, asked.menteeId].includes(ctx.viewer)) throw Problem.notFound()
  const { mentorId, menteeId } = asked
  const side: Side = mentorId === ctx.viewer ? 'mentor' : 'mentee'
  const otherId = side === 'mentor' ? menteeId : mentorId
  const apart = sql`select 1 from (${blockedWith(ctx.viewer)}) kept where kept.blocked_id = ${otherId}`
  if ((await read.rows(apart)).length > 0) throw Problem.notFound()
  const chapters = await chaptersOf(read, mentorId, menteeId)
  const standing = chapters.filter(({ voidedAt }) => voidedAt === null)
  const last = standing.at(-1)
  if (!last) throw Problem.notFound()
  return {
    ...{ mentorId, menteeId, side, otherSide: side === 'mentor' ? 'mentee' : 'mentor', otherId, last },
    chapterIds: chapters.map(({ id }) => id),
    current: standing.findLast((chapter) => isGoingOn(chapter, ctx.today)) ?? null,
  }
}

/** Every chapter of two people, oldest first. */
export const chaptersOf = (read: Pick<Reader, 'select'>, mentorId: string, menteeId: string) =>
  read
    .select()
    .from(mentorships)
    .where(and(eq(mentorships.mentorId, mentorId), eq(mentorships.menteeId, menteeId)))
    .orderBy(mentorships.startedOn, mentorships.no)

/** True of a chapter that is not over: it may also be still to begin. What one of the two ended is over at once. */
export const isGoingOn = (chapter: MentorshipRow, today: Day) =>
  chapter.voidedAt === null && !isOver(chapter, today) && !isByHand(chapter)

/**
 * The chapter that the two write in.
 * @throws Problem gone once their mentoring has ended
 */
export function mustGoOn({ current }: Pair): MentorshipRow {
  if (!current)
    throw new Problem(
      'gone',
      'This mentoring has ended, so nothing new can be written here. What there is stays.',
    )
  return current
}
