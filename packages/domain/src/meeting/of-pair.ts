import { and, checkIns, desc, eq, inArray, meetings, mentorHours, type Reader } from '@wirearchy/db'
import { dayOf, type MemberCtx } from '@wirearchy/domain'
import { type Pair, pairOf } from '@wirearchy/domain/mentoring'
import type { MentorshipId } from '@wirearchy/domain/mentoring/input'
import { again } from './again.ts'
import type { MeetingRef } from './input.ts'
import { meetingOf, nameOf, timesOf } from './rows.ts'
import { type MeetingSeen, seen } from './seen.ts'

const MOST = 60
const ASKED_FOR_MS = 60 * 86_400_000

/** When a pair meets, as one of them comes to their space. */
export async function ofPair(ctx: MemberCtx, { mentorshipId }: MentorshipId) {
  const { read } = ctx.store
  const pair = await pairOf(read, ctx, mentorshipId)
  const all = await allOf(ctx, pair)
  const mine = await myCheckIns(read, pair)
  const is = (...states: MeetingSeen['state'][]) => all.filter(({ state }) => states.includes(state))
  const ahead = is('booked').reverse()
  const { side, otherId } = pair
  return {
    ...{ mentorshipId, side, otherName: await nameOf(read, otherId), goesOn: pair.current !== null },
    next: ahead[0] ?? null,
    later: ahead.slice(1),
    offered: is('offered'),
    /** Meetings that the viewer has not spoken of yet. */
    toSay: is('over').filter(({ startsAt }) => (startsAt ?? 0) > ctx.now - ASKED_FOR_MS),
    past: is('happened', 'missed', 'cancelled').filter(({ startsAt }) => startsAt !== null),
    lastMet: is('happened')[0]?.when ?? null,
    checkIn: mine.find(isOpen) ?? null,
    /** What the viewer alone said of how it goes, and on which days. */
    said: mine.flatMap(({ id, answeredAt }) => (answeredAt === null ? [] : [{ id, on: dayOf(answeredAt) }])),
    hasHours: await hasHours(read, pair),
  }
}

/** One meeting, for the page about it. */
export async function one(ctx: MemberCtx, ref: MeetingRef) {
  const { read } = ctx.store
  const { pair, meeting } = await meetingOf(read, ctx, ref)
  const times = await timesOf(read, [meeting.id])
  return {
    ...{ mentorshipId: ref.mentorshipId, side: pair.side, goesOn: pair.current !== null },
    otherName: await nameOf(read, pair.otherId),
    meeting: seen(meeting, pair, ctx.now, times),
    /** When they might meet again, in their rhythm; for a meeting that has begun. */
    again:
      meeting.startsAt !== null && meeting.startsAt <= ctx.now
        ? await again(ctx, pair, meeting.startsAt)
        : null,
  }
}

/** Latest first; before all what is offered and waits, however many there have been. */
async function allOf({ store, now }: MemberCtx, pair: Pair): Promise<MeetingSeen[]> {
  const rows = await store.read
    .select()
    .from(meetings)
    .where(inArray(meetings.mentorshipId, pair.chapterIds))
    .orderBy(desc(eq(meetings.state, 'proposed')), desc(meetings.startsAt), desc(meetings.id))
    .limit(MOST)
  const proposed = rows.filter(({ state }) => state === 'proposed').map(({ id }) => id)
  const times = proposed.length > 0 ? await timesOf(store.read, proposed) : []
  return rows.map((row) => {
    const own = times.filter(({ meetingId }) => meetingId === row.id)
    return seen(row, pair, now, own)
  })
}

/** The viewer's own, latest first; the other's are not theirs to know of. */
const myCheckIns = (read: Pick<Reader, 'select'>, { chapterIds, side }: Pair) =>
  read
    .select({
      ...{ id: checkIns.id, kind: checkIns.kind },
      ...{ answeredAt: checkIns.answeredAt, skippedAt: checkIns.skippedAt },
    })
    .from(checkIns)
    .where(and(inArray(checkIns.mentorshipId, chapterIds), eq(checkIns.by, side)))
    .orderBy(desc(checkIns.dueOn))

const isOpen = (one: { answeredAt: number | null; skippedAt: number | null }) =>
  one.answeredAt === null && one.skippedAt === null

/** Whether the viewer may choose from the hours of their mentor. */
async function hasHours(read: Pick<Reader, 'select'>, { side, mentorId }: Pair): Promise<boolean> {
  if (side === 'mentor') return false
  const hours = await read.select().from(mentorHours).where(eq(mentorHours.personId, mentorId)).limit(1)
  return hours.length > 0
}
