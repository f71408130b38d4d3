import type { Ctx, MemberCtx } from '@wirearchy/domain'
import { Problem } from '@wirearchy/domain'
import { type CalendarEvent, calendarFile } from '@wirearchy/domain/calendar'
import type { Way } from '@wirearchy/domain/mentoring/input'
import type { MeetingRef } from './input.ts'
import { isTimed, meetingOf, nameOf, type TimedRow } from './rows.ts'
import { seen } from './seen.ts'

export const WAY_WORDS: Record<Way, string> = { online: 'Online', phone: 'By phone', in_person: 'In person' }

type Event = Pick<TimedRow, 'id' | 'mentorshipId' | 'sequence' | 'startsAt' | 'endsAt' | 'way'>

/**
 * A meeting as a calendar may know it: when, how, with whom and where to read on. No word of the two is in it, for
 * calendars are read by schools and firms too.
 */
export const eventOf = (
  { origin }: Pick<Ctx, 'origin'>,
  { id, mentorshipId, sequence, startsAt, endsAt, way }: Event,
  { name, isCancelled }: { name: string | null; isCancelled: boolean },
): CalendarEvent => ({
  ...{ id, sequence, startsAt, endsAt, isCancelled },
  summary: name ? `Mentoring with ${name}` : 'Mentoring',
  place: WAY_WORDS[way],
  url: `${origin}/mentoring/${mentorshipId}/meetings/${id}`,
})

/**
 * One meeting as a file for any calendar.
 * @throws Problem not_found for anybody but the two, and for one that has no time yet
 */
export async function meetingFile(
  ctx: MemberCtx,
  ref: MeetingRef,
): Promise<{ text: string; fileName: string }> {
  const { pair, meeting } = await meetingOf(ctx.store.read, ctx, ref)
  if (!isTimed(meeting)) throw Problem.notFound()
  const isCancelled = seen(meeting, pair, ctx.now).state === 'cancelled'
  const name = await nameOf(ctx.store.read, pair.otherId)
  const { origin, now } = ctx
  const text = calendarFile([eventOf(ctx, meeting, { name, isCancelled })], {
    method: 'PUBLISH',
    origin,
    now,
  })
  return { text, fileName: 'mentoring.ics' }
}
