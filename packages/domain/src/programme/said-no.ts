import { type Reader, type SQL, sql } from '@wirearchy/db'
import type { Place } from './find.ts'

/**
 * True of a place (alias `there`) that its owner gave up themselves, by saying no or stepping out; not of one that a lead
 * took off. The ledger knows who did it, under any record that was ever joined to theirs. SQL.
 */
const gaveUp: SQL = sql`(there.left_at is not null and exists (select 1 from ledger told
  where told.type = 'programme.left' and told.refs ->> 'place' = there.id and told.person_id in (
    select there.person_id union select loser_id from person_merges where winner_id = there.person_id
    union select winner_id from person_merges where loser_id = there.person_id)))`

/** A subquery of everybody who said no to a programme, whatever a lead does. */
export const whoSaidNo = (programmeId: string): SQL => sql`
  select there.person_id from programme_people there where there.programme_id = ${programmeId} and ${gaveUp}`

/** The latest place that somebody had in a programme and gave up or lost; null when there is none. */
export async function lastPlace(read: Pick<Reader, 'rows'>, programmeId: string, personId: string) {
  type Row = Pick<Place, 'side' | 'addedById' | 'createdAt'> & { isOwnNo: number }
  const [last] = await read.rows<Row>(sql`
    select there.side as side, there.added_by_id as "addedById", there.created_at as "createdAt", ${gaveUp} as "isOwnNo"
    from programme_people there
    where there.programme_id = ${programmeId} and there.person_id = ${personId} and there.left_at is not null
    order by there.created_at desc, there.id desc limit 1`)
  return last ? { ...last, isOwnNo: last.isOwnNo === 1 } : null
}
