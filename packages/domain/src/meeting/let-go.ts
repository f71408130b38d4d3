import { eq, meetings, mentorships, type SQL, sql, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { callOff } from './cancel.ts'
import type { MeetingRow } from './rows.ts'
import { goesOn, mayNotBeNamed } from './standing.ts'
import { tellCancelled } from './telling.ts'
import { note } from './write.ts'

const EVERYBODY = sql`meetings held join mentorships chapter on chapter.id = held.mentorship_id where true`

/**
 * What is still ahead of two people who are not mentor and mentee any more, and times offered that nobody chose.
 * @param among in SQL, after `from`: which meetings (`held`) of which mentorships (`chapter`) are looked at
 */
export async function hanging({ store, now, today }: Ctx, among: SQL = EVERYBODY): Promise<string[]> {
  const found = await store.read.rows<{ id: string }>(sql`
    select held.id as id from ${among} and (
      (held.state = 'booked' and held.starts_at > ${now} and not ${goesOn(today)})
      or (held.state = 'proposed' and (not ${goesOn(today)}
        or not exists (select 1 from meeting_times t where t.meeting_id = held.id and t.starts_at > ${now}))))`)
  return found.map(({ id }) => id)
}

/** Calls such a meeting off, once. Calendars hear of it; without a name where the two may not be told of each other. */
export async function letGo(tx: Tx, ctx: Ctx, id: string) {
  const [found] = await tx
    .select({ meeting: meetings, mentorId: mentorships.mentorId, menteeId: mentorships.menteeId })
    .from(meetings)
    .innerJoin(mentorships, eq(mentorships.id, meetings.mentorshipId))
    .where(eq(meetings.id, id))
  if (!found || !isOpen(found.meeting)) return
  const off = await callOff(tx, ctx, found.meeting, null)
  await note(tx, ctx, found, off, 'meeting.cancelled')
  await tellCancelled(tx, ctx, found, off, await isNameless(tx, off.mentorshipId))
}

const isOpen = ({ state }: MeetingRow) => state === 'booked' || state === 'proposed'

async function isNameless(tx: Tx, mentorshipId: string) {
  const apart = sql`select 1 from mentorships chapter where chapter.id = ${mentorshipId} and ${mayNotBeNamed}`
  return (await tx.rows(apart)).length > 0
}
