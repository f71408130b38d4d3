import { sql } from '@wirearchy/db'
import { addDays, type MemberCtx } from '@wirearchy/domain'
import { londonTime } from '@wirearchy/domain/calendar'
import { blockedWith, visibleTo } from '@wirearchy/domain/visibility'

/** Something of one's mentoring that waits for one's own word or day, with the person it is about. */
export interface Thing {
  what: 'request' | 'question' | 'happened' | 'check_in' | 'meeting'
  /** The request, meeting or check-in that it is about. */
  id: string
  mentorshipId: string | null
  /** Empty, and not named, for whoever asks from the open list out of the viewer's sight. */
  personId: string
  name: string
  /** When the meeting begins, or the last day for an answer; null when there is no hurry. */
  at: number | null
  dueOn: string | null
}

const MOST = 5

/**
 * At most five things of the viewer's own mentoring: a meeting today or tomorrow, whether one happened, questions and
 * requests to answer by their last day, and check-ins. Nothing of anybody whom either keeps out. It begins with the
 * viewer's own few mentorships (`cross join` keeps the order), and never walks through everybody's meetings.
 */
export function thingsForMe(ctx: MemberCtx): Promise<Thing[]> {
  const { viewer, now, today } = ctx
  const endOfTomorrow = londonTime(addDays(today, 2), 0)
  return ctx.store.read.rows<Thing>(sql`
    select what as what, thing.id as id, mentorship_id as "mentorshipId",
      case when is_named then other.id else '' end as "personId",
      case when is_named then other.display_name else 'A new teacher' end as name, at as at, due_on as "dueOn"
    from (
      select 1 as rank, 'meeting' as what, held.id as id, m.id as mentorship_id, ${other(viewer)} as other_id,
          held.starts_at as at, null as due_on, 1 as is_named
        from ${own(viewer)} cross join meetings held on held.mentorship_id = m.id
        where held.state = 'booked'
          and held.starts_at >= ${now} and held.starts_at < ${endOfTomorrow}
      union all select 2, 'happened', held.id, m.id, ${other(viewer)}, held.starts_at, null, 1
        from ${own(viewer)} cross join meetings held on held.mentorship_id = m.id
        where held.state in ('booked', 'happened', 'missed')
          and held.ends_at < ${now} and held.starts_at > ${now - HAPPENED_MS}
          and case when m.mentor_id = ${viewer} then held.mentor_said else held.mentee_said end is null
      union all select 3, 'question', r.id, null, a.mentor_id, null, a.due_on, 1
        from mentoring_requests r join mentoring_asks a on a.request_id = r.id and a.state = 'question'
        where r.asker_id = ${viewer} and r.state = 'open'
      union all select 3, 'request', r.id, null, r.asker_id, null, a.due_on, ${isNamed(ctx)}
        from mentoring_asks a join mentoring_requests r on r.id = a.request_id and r.state = 'open'
        where a.mentor_id = ${viewer} and a.state = 'asked'
      union all select 4, 'check_in', c.id, m.id, ${other(viewer)}, null, null, 1
        from ${own(viewer)} cross join check_ins c on c.mentorship_id = m.id
        where ${viewer} = case c.by when 'mentor' then m.mentor_id else m.mentee_id end
          and c.due_on between ${addDays(today, -CHECK_IN_DAYS)} and ${today}
          and c.answered_at is null and c.skipped_at is null and m.voided_at is null
          and coalesce(m.finished_on, '9999-12-31') >= ${today}
    ) thing join people other on other.id = thing.other_id and other.status = 'active'
    where other.id not in (${blockedWith(viewer)})
    order by rank, coalesce(due_on, ''), at, thing.id limit ${MOST}`)
}

/** After two weeks nobody is asked any more whether a meeting took place. */
const HAPPENED_MS = 14 * 86_400_000
const CHECK_IN_DAYS = 28

const other = (viewer: string) => sql`case when m.mentor_id = ${viewer} then m.mentee_id else m.mentor_id end`

/** The viewer's own mentorships, on either side, as `m`. */
const own = (viewer: string) =>
  sql`(select * from mentorships mine where mine.mentor_id = ${viewer} or mine.mentee_id = ${viewer}) m`

/** Whoever chose the viewer shows their name by it. Ranks from 100 on came by themselves, from the open list. */
const isNamed = (ctx: MemberCtx) => sql`(a.rank < 100 or ${visibleTo(ctx, sql`r.asker_id`)})`
