import { and, asc, eq, inArray, meetings, meetingTimes, people, type Reader } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { type Pair, pairOf } from '@wirearchy/domain/mentoring'
import type { MeetingRef } from './input.ts'

export type MeetingRow = typeof meetings.$inferSelect
export type TimeRow = typeof meetingTimes.$inferSelect
/** A meeting that has its time. */
export type TimedRow = MeetingRow & { startsAt: number; endsAt: number }

type Read = Pick<Reader, 'select' | 'rows'>

export interface OfPair {
  pair: Pair
  meeting: MeetingRow
}

/**
 * A meeting of a pair, for one of the two.
 * @throws Problem not_found for everybody else, and for a meeting of another pair
 */
export async function meetingOf(
  read: Read,
  ctx: MemberCtx,
  { mentorshipId, meetingId }: Pick<MeetingRef, 'mentorshipId' | 'meetingId'>,
): Promise<OfPair> {
  const pair = await pairOf(read, ctx, mentorshipId)
  const theirs = and(eq(meetings.id, meetingId), inArray(meetings.mentorshipId, pair.chapterIds))
  const [meeting] = await read.select().from(meetings).where(theirs)
  if (!meeting) throw Problem.notFound()
  return { pair, meeting }
}

/** The times proposed for some meetings, earliest first. */
export const timesOf = (read: Pick<Reader, 'select'>, meetingIds: string[]): Promise<TimeRow[]> =>
  read
    .select()
    .from(meetingTimes)
    .where(inArray(meetingTimes.meetingId, meetingIds))
    .orderBy(asc(meetingTimes.startsAt))

export const isTimed = (meeting: MeetingRow): meeting is TimedRow =>
  meeting.startsAt !== null && meeting.endsAt !== null

/** What somebody is called, for the other of a pair. */
export async function nameOf(read: Pick<Reader, 'select'>, personId: string): Promise<string> {
  const [person] = await read.select({ name: people.displayName }).from(people).where(eq(people.id, personId))
  return person?.name ?? 'Somebody'
}
