import { sql } from '@wirearchy/db'

/** How many are looked at for a figure about what happens just now. */
export const MOST_LATELY = 2000

/**
 * The latest requests of everybody, of any unit, as a subquery: what the usual wait is read from. Their ids begin with the
 * moment of asking, so it walks back from the end of their index and stops; it costs the same however many there ever were.
 */
export const latestRequests = sql`(
  select id, asker_id, unit, created_at from mentoring_requests order by id desc limit ${MOST_LATELY})`
