import { and, eq, gt, inArray, meetings, or, sql, type Tx } from '@wirearchy/db'
import { type Ctx, type MemberCtx, Problem } from '@wirearchy/domain'
import { londonTime } from '@wirearchy/domain/calendar'
import { record } from '@wirearchy/domain/ledger'
import { type MentorshipRow, mustGoOn, type Pair, pairOf } from '@wirearchy/domain/mentoring'
import { takeTurn } from '@wirearchy/domain/stint'
import type { When } from './input.ts'
import type { MeetingRow } from './rows.ts'
import { goesOn, meetingsHeldBy } from './standing.ts'

const DAY = 86_400_000
const FURTHEST = 400 * DAY
const MOST_OPEN = 20

/**
 * Lets one of a pair change when the two meet: whoever else books the same mentor waits until this is done.
 * @throws Problem not_found for anybody else · gone once their mentoring has ended
 */
export async function planning(tx: Tx, ctx: MemberCtx, mentorshipId: string) {
  const { mentorId } = await pairOf(tx, ctx, mentorshipId)
  await takeTurn(tx, mentorId)
  const pair = await pairOf(tx, ctx, mentorshipId)
  return { pair, chapter: mustGoOn(pair) }
}

/**
 * A span of time that is still to come, from a day and a time on London's clock.
 * @throws Problem bad_input beside the field when it is over or more than a year away
 */
export function spanAt({ now }: Ctx, { on, at }: When, minutes: number, field: string) {
  const startsAt = londonTime(on, at)
  const wrong = (sentence: string) => new Problem('bad_input', sentence, { field })
  if (startsAt <= now) throw wrong('That time is over. Choose one that is still to come.')
  if (startsAt > now + FURTHEST) throw wrong('Choose a time within the coming year.')
  return { startsAt, endsAt: startsAt + minutes * 60_000 }
}

type Span = Pick<MeetingRow, 'startsAt' | 'endsAt'>

/**
 * Makes sure that a mentor has no other meeting then. The same hour of theirs is never booked twice.
 * @throws Problem conflict when it is taken
 */
export async function mustBeFree(tx: Tx, ctx: Ctx, mentorId: string, span: Span, except = '') {
  const [clash] = await tx.rows(sql`select 1 from ${meetingsHeldBy(mentorId)}
    and held.state = 'booked' and held.starts_at < ${span.endsAt} and held.ends_at > ${span.startsAt}
    and held.id <> ${except} and ${goesOn(ctx.today)} limit 1`)
  if (clash) throw new Problem('conflict', 'That time has just been taken. Choose another one.')
}

/** @throws Problem conflict when a pair has as many meetings ahead as anybody could need */
export async function mustHaveRoom(tx: Tx, { now }: Ctx, { chapterIds }: Pair) {
  const booked = and(eq(meetings.state, 'booked'), gt(meetings.startsAt, now))
  const open = and(inArray(meetings.mentorshipId, chapterIds), or(booked, eq(meetings.state, 'proposed')))
  if ((await tx.$count(meetings, open)) >= MOST_OPEN)
    throw new Problem('conflict', 'You have 20 meetings ahead. Hold or cancel one, then plan another.')
}

/** Writes down that something came of a meeting: its id and state, and never a word. */
export const note = (tx: Tx, ctx: Ctx, pair: Pick<Pair, 'menteeId'>, meeting: MeetingRow, type: string) =>
  record(tx, ctx, {
    ...{ type, personId: pair.menteeId, refs: { mentorship: meeting.mentorshipId, meeting: meeting.id } },
    after: { state: meeting.state, sequence: meeting.sequence },
  })

/** Changes a meeting and gives it back as it then is. */
export async function change(
  tx: Tx,
  { now }: Ctx,
  { id }: MeetingRow,
  to: Partial<MeetingRow>,
): Promise<MeetingRow> {
  const [changed] = await tx
    .update(meetings)
    .set({ ...to, updatedAt: now })
    .where(eq(meetings.id, id))
    .returning()
  return changed as MeetingRow
}

/** A new row for a meeting of a chapter. */
export const freshRow = (id: string, { id: mentorshipId }: MentorshipRow, { now }: Ctx) => ({
  ...{ id, mentorshipId, sequence: 0, createdAt: now, updatedAt: now },
})
