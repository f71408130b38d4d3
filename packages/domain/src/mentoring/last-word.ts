import { type SQL, sql } from '@wirearchy/db'

/** Every chapter (alias `chapter`) of the two of a mentorship (alias `m`). */
export const chapters = sql`mentorships chapter where chapter.mentor_id = m.mentor_id and chapter.mentee_id = m.mentee_id`

/** When the two of `m` last met, or wrote something that both can read. What somebody keeps to themselves says nothing here. */
export const lastWord: SQL = sql`(
  select max(at) from (
    select met.starts_at as at from meetings met where met.state in ('booked', 'happened')
      and met.mentorship_id in (select chapter.id from ${chapters})
    union all select note.created_at from space_notes note where note.is_private = 0
      and note.mentorship_id in (select chapter.id from ${chapters})
    union all select goal.created_at from goals goal where goal.mentorship_id in (select chapter.id from ${chapters})))`
