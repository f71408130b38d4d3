import { sql } from '@wirearchy/db'
import { addDays, type MemberCtx } from '@wirearchy/domain'
import { londonTime } from '@wirearchy/domain/calendar'
import { blockedWith } from '@wirearchy/domain/visibility'

/** Something of one's mentoring that waits for one's own word or day, with the person it is about. */
export interface Thing {
  what: 'request' | 'question' | 'happened' | 'check_in' | 'meeting'
  /** The request, meeting or check-in that it is about. */
  id: string
  mentorshipId: string | null
  personId: string
  name: string
  /** When the meeting begins, or the last day for an answer; null when there is no hurry. */
  at: number | null
  dueOn: string | null
}

const MOST = 5

/**
 * At most five things of the viewer's own mentoring: a meeting today or tomorrow, whether one happened, questions and
 * requests to answer by their last day, and check-ins. Nothing of anybody whom either keeps out.
 */
export function thingsForMe(ctx: MemberCtx): Promise<Thing[]> {
  const { viewer, now, today } = ctx
  const endOfTomorrow = londonTime(addDays(today, 2), 0)
  return ctx.store.read.rows<Thing>(sql`
    select what as what, thing.id as id, mentorship_id as "mentorshipId", other.id as "personId",
      other.display_name as name, at as at, due_on as "dueOn"
    from (
      select 1 as rank, 'meeting' as what, held.id as id, m.id as mentorship_id, ${other(viewer)} as other_id,
          held.starts_at as at, null as due_on
        from meetings held join mentorships m on m.id = held.mentorship_id
        where ${viewer} in (m.mentor_id, m.mentee_id) and held.state = 'booked'
          and held.starts_at >= ${now} and held.starts_at < ${endOfTomorrow}
      union all select 2, 'happened', held.id, m.id, ${other(viewer)}, held.starts_at, null
        from meetings held join mentorships m on m.id = held.mentorship_id
        where ${viewer} in (m.mentor_id, m.mentee_id) and held.state in ('booked', 'happened', 'missed')
          and held.ends_at < ${now} and held.starts_at > ${now - HAPPENED_MS}
          and case when m.mentor_id = ${viewer} then held.mentor_said else held.mentee_said end is null
      union all select 3, 'question', r.id, null, a.mentor_id, null, a.due_on
        from mentoring_requests r join mentoring_asks a on a.request_id = r.id and a.state = 'question'
        where r.asker_id = ${viewer} and r.state = 'open'
      union all select 3, 'request', r.id, null, r.asker_id, null, a.due_on
        from mentoring_asks a join mentoring_requests r on r.id = a.request_id and r.state = 'open'
        where a.mentor_id = ${viewer} and a.state = 'asked'
      union all select 4, 'check_in', c.id, m.id, ${other(viewer)}, null, null
        from check_ins c join mentorships m on m.id = c.mentorship_id
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
