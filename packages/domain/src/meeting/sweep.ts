import { and, eq, isNotNull, lt, meetings, mentorships, or, sql, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { callOff } from './cancel.ts'
import type { MeetingRow } from './rows.ts'
import { goesOn, keptApart } from './standing.ts'
import { tellCancelled } from './telling.ts'
import { note } from './write.ts'

const WEEK = 7 * 86_400_000

/**
 * Once a day: calls off what two people had ahead who are not mentor and mentee any more, and forgets times that nobody
 * chose. Calendars hear of it; where one keeps the other out, without a name. A fault in one holds up no other: it is
 * thrown at the end.
 */
export async function sweepMeetings(ctx: Ctx) {
  const faults: unknown[] = []
  const inTurn = (body: (tx: Tx) => Promise<void>) => ctx.store.tx(body).catch((fault) => faults.push(fault))
  for (const id of await hanging(ctx)) await inTurn((tx) => letGo(tx, ctx, id))
  await inTurn((tx) => settleUnmet(tx, ctx))
  if (faults.length > 0) throw faults[0]
}

async function hanging({ store, now, today }: Ctx): Promise<string[]> {
  const found = await store.read.rows<{ id: string }>(sql`
    select held.id as id from meetings held join mentorships chapter on chapter.id = held.mentorship_id
    where (held.state = 'booked' and held.starts_at > ${now} and not ${goesOn(today)})
      or (held.state = 'proposed' and (not ${goesOn(today)}
        or not exists (select 1 from meeting_times t where t.meeting_id = held.id and t.starts_at > ${now})))`)
  return found.map(({ id }) => id)
}

async function letGo(tx: Tx, ctx: Ctx, id: string) {
  const [found] = await tx
    .select({ meeting: meetings, mentorId: mentorships.mentorId, menteeId: mentorships.menteeId })
    .from(meetings)
    .innerJoin(mentorships, eq(mentorships.id, meetings.mentorshipId))
    .where(eq(meetings.id, id))
  if (!found || !isOpen(found.meeting)) return
  const off = await callOff(tx, ctx, found.meeting, null)
  await note(tx, ctx, found, off, 'meeting.cancelled')
  await tellCancelled(tx, ctx, found, off, await areApart(tx, off.mentorshipId))
}

const isOpen = ({ state }: MeetingRow) => state === 'booked' || state === 'proposed'

async function areApart(tx: Tx, mentorshipId: string) {
  const apart = sql`select 1 from mentorships chapter where chapter.id = ${mentorshipId} and ${keptApart}`
  return (await tx.rows(apart)).length > 0
}

/** A week on, what one of the two says did not happen is taken as that. */
async function settleUnmet(tx: Tx, { now }: Ctx) {
  const said = or(isNotNull(meetings.mentorSaid), isNotNull(meetings.menteeSaid))
  const past = and(eq(meetings.state, 'booked'), lt(meetings.endsAt, now - WEEK), said)
  await tx.update(meetings).set({ state: 'missed', updatedAt: now }).where(past)
}
