import { inList, type Reader, type SQL, sql, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, Problem } from '@wirearchy/domain'
import { BY_HAND, takeTurn } from '@wirearchy/domain/stint'
import type { Unit } from './input.ts'
import { isPastItsDay } from './past-its-day.ts'

/**
 * How many of one unit a person gives just now: chapters of that unit that are not over (what one of the two ended is, at
 * once), but for those where one of the two keeps the other out. A question or a call past its day takes no place any
 * more, though the two may go on; longer units take theirs until they are ended. SQL for a number.
 */
export const taken = (personId: SQL | string, unit: SQL | string, today: Day): SQL => sql`(
  select count(*) from mentorships held join agreements terms on terms.mentorship_id = held.id
  where held.mentor_id = ${personId} and terms.unit = ${unit} and held.voided_at is null
  and coalesce(held.finished_on, '9999-12-31') >= ${today} and coalesce(held.end_reason, '') not in (${inList([...BY_HAND])})
  and not ${isPastItsDay(today)}
  and not exists (select 1 from blocks b where b.lifted_at is null
    and ((b.blocker_id = held.mentor_id and b.blocked_id = held.mentee_id)
      or (b.blocker_id = held.mentee_id and b.blocked_id = held.mentor_id))))`

/** Places free for a unit, never below 0; 0 when it is not offered. SQL for a number. */
export const free = (personId: SQL | string, unit: SQL | string, today: Day): SQL => sql`
  max(0, coalesce((select given.places from mentor_places given where given.person_id = ${personId} and given.unit = ${unit}), 0)
    - ${taken(personId, unit, today)})`

/** Places free for a unit now. */
export async function placesFree(
  read: Pick<Reader, 'rows'>,
  ctx: Ctx,
  personId: string,
  unit: Unit,
): Promise<number> {
  const [row] = await read.rows<{ places: number }>(sql`select ${free(personId, unit, ctx.today)} as places`)
  return row?.places ?? 0
}

/**
 * Takes a mentor's turn and makes sure that a place is free: whoever accepts at the same moment waits, and counts again.
 * Called in the accepting transaction, before the chapter is written.
 * @throws Problem conflict when every place is taken
 */
export async function mustHavePlace(tx: Tx, ctx: Ctx, mentorId: string, unit: Unit) {
  await takeTurn(tx, mentorId)
  if ((await placesFree(tx, ctx, mentorId, unit)) === 0)
    throw new Problem(
      'conflict',
      'All your places for this are taken. Add one on your offer, then say yes again.',
    )
}
