import { type SQL, sql } from '@wirearchy/db'

/**
 * A subquery of every id under which the ledger may speak of a person: their own, and those of records that were ever
 * joined to it or it to them. Entries are never re-pointed, so whoever reads a person's past reads all of these.
 */
export const recordsOf = (personId: string): SQL => sql`
  select ${personId} union select loser_id from person_merges where winner_id = ${personId} and applied_at is not null
  union select winner_id from person_merges where loser_id = ${personId} and applied_at is not null`
