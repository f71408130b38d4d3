import { and, calendarFeeds, eq, isNull, people, sql } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { calendarFile } from '@wirearchy/domain/calendar'
import { eventOf } from './events.ts'
import { feedIdIn } from './feed-token.ts'
import type { FeedToken } from './input.ts'
import type { TimedRow } from './rows.ts'
import { goesOn, keptApart, meetingsHeldBy } from './standing.ts'

const DAY = 86_400_000
const BACK = 60 * DAY
const AHEAD = 400 * DAY

/**
 * Everything that the owner of a private calendar address has booked, cancelled meetings too, so that a calendar learns
 * of them. Nobody signs in for it: the address is the key.
 * @throws Problem not_found for an address that we did not make, or that was taken back
 */
export async function feedFile(ctx: Ctx, { token }: FeedToken): Promise<{ text: string }> {
  const personId = await ownerOf(ctx, token)
  const events = (await meetingsOf(ctx, personId)).map(({ isOff, name, ...meeting }) => {
    const isCancelled = meeting.state === 'cancelled' || isOff === 1
    const sequence = meeting.sequence + (isOff === 1 ? 1 : 0)
    return eventOf(ctx, { ...meeting, sequence }, { name, isCancelled })
  })
  const { origin, now } = ctx
  return { text: calendarFile(events, { method: 'PUBLISH', origin, now, name: 'Mentoring' }) }
}

async function ownerOf(ctx: Ctx, token: string): Promise<string> {
  const id = feedIdIn(ctx, token)
  if (!id) throw Problem.notFound()
  const [feed] = await ctx.store.read
    .select({ personId: calendarFeeds.personId })
    .from(calendarFeeds)
    .innerJoin(people, and(eq(people.id, calendarFeeds.personId), eq(people.status, 'active')))
    .where(and(eq(calendarFeeds.id, id), isNull(calendarFeeds.revokedAt)))
  if (!feed) throw Problem.notFound()
  return feed.personId
}

type Row = Pick<TimedRow, 'id' | 'mentorshipId' | 'sequence' | 'startsAt' | 'endsAt' | 'way' | 'state'> & {
  /** 1 when it lies ahead and the mentoring is over: off, though nobody has written it down yet. */
  isOff: number
  name: string | null
}

/** With whom one of the two keeps the other out, nothing was ever booked. Who is erased has no name. */
const meetingsOf = ({ store, now, today }: Ctx, personId: string) =>
  store.read.rows<Row>(sql`
    select held.id as id, held.mentorship_id as "mentorshipId", held.sequence as sequence, held.way as way,
      held.starts_at as "startsAt", held.ends_at as "endsAt", held.state as state,
      held.state = 'booked' and held.starts_at > ${now} and not ${goesOn(today)} as "isOff",
      (select someone.display_name from people someone where someone.status = 'active' and someone.id =
        case ${personId} when chapter.mentor_id then chapter.mentee_id else chapter.mentor_id end) as name
    from ${meetingsHeldBy(personId)} and held.state <> 'proposed'
    and held.starts_at between ${now - BACK} and ${now + AHEAD} and not ${keptApart}
    order by held.starts_at, held.id`)
