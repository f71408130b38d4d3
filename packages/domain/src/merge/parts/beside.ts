import { inList, sql } from '@wirearchy/db'
import { change, type Journal, type Row, rowsWhere } from '../journal.ts'

/** Full-time stays at two schools, told on two records, go on side by side as they were told: neither ends the other. */
export async function keepBeside(journal: Journal, live: Row[]) {
  const ids = overlapElsewhere(live).map(({ id }) => String(id))
  const began = sql`stint_id in (${inList(ids)}) and says = 'began' and withdrawn_at is null`
  for (const word of await rowsWhere(journal.tx, 'move_claims', began))
    await change(journal, 'move_claims', word, { besides: 1 })
}

const end = (row: Row) => (row.finished_on === null ? '9999-12-31' : String(row.finished_on))

/** Stays of one record during a stay of the other at another school. */
export const overlapElsewhere = (live: Row[]) =>
  live.filter((row) =>
    live.some(
      (other) =>
        other.person_id !== row.person_id &&
        other.school_id !== row.school_id &&
        String(other.started_on) <= end(row) &&
        String(row.started_on) <= end(other),
    ),
  )
