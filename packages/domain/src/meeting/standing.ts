import { inList, type SQL, sql } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'
import { BY_HAND } from '@wirearchy/domain/stint'

/** In SQL: either of the two of `chapter` (a mentorships alias) keeps the other out. */
export const keptApart = sql`exists (select 1 from blocks b where b.lifted_at is null
  and ((b.blocker_id = chapter.mentor_id and b.blocked_id = chapter.mentee_id)
    or (b.blocker_id = chapter.mentee_id and b.blocked_id = chapter.mentor_id)))`

/** In SQL: one of the two of `chapter` is not here any more. */
const oneGone = sql`exists (select 1 from people gone
    where gone.id in (chapter.mentor_id, chapter.mentee_id) and gone.status <> 'active')`

/** In SQL: the two of `chapter` are told of each other without a name, if at all. */
export const mayNotBeNamed = sql`(${keptApart} or ${oneGone})`

/**
 * In SQL: the two of `chapter` are mentor and mentee today, in whichever chapter of theirs, both are here, and neither
 * keeps the other out. What they booked stands as long as this does.
 */
export const goesOn = (today: Day): SQL => sql`(exists (select 1 from mentorships going
    where going.mentor_id = chapter.mentor_id and going.mentee_id = chapter.mentee_id and going.voided_at is null
    and coalesce(going.finished_on, '9999-12-31') >= ${today}
    and coalesce(going.end_reason, '') not in (${inList([...BY_HAND])}))
  and not ${mayNotBeNamed})`

/**
 * In SQL, after `from`: every meeting (`held`) of somebody's, on either side of its mentorship (`chapter`). It begins
 * with their own few (`cross join` keeps the order) and never walks through everybody's meetings.
 */
export const meetingsHeldBy = (personId: string): SQL => sql`
  mentorships chapter cross join meetings held on held.mentorship_id = chapter.id
  where (chapter.mentor_id = ${personId} or chapter.mentee_id = ${personId})`
