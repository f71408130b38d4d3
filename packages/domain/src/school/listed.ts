import { type SQL, sql, stints } from '@wirearchy/db'

/**
 * True of a school `s` that its asker may find: one of a register, or one told of by a member and not yet
 * looked at, which only that member and the people with a stint there may find.
 */
export function isListedFor(viewer: string | null): SQL {
  if (!viewer) return sql`s.kind = 'school'`
  return sql`(s.kind = 'school' or (s.kind = 'pending' and (s.proposed_by_id = ${viewer} or exists (
    select 1 from ${stints} mine
    where mine.school_id = s.id and mine.person_id = ${viewer} and mine.voided_at is null))))`
}
