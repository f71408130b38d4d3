import { type SQL, sql } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'

/**
 * True of terms (alias `terms`) of a question or a call that is past its day: they take no place any more and stand in
 * nobody's way, though the two may go on. Terms without such a day, and a chapter without terms, are never past it. SQL.
 */
export const isPastItsDay = (today: Day): SQL => sql`
  (coalesce(terms.unit, '') in ('question', 'call') and coalesce(terms.expected_finish_on, '9999-12-31') < ${today})`
