import { and, eq, meetings, mentorships, notifications, quietHours, sql, type Tx } from '@wirearchy/db'
import { type Ctx, dayOf } from '@wirearchy/domain'
import { isQuiet, londonTime, nationOf, nextLoud, USUAL_QUIET } from '@wirearchy/domain/calendar'
import { type ClaimedJob, enqueue } from '@wirearchy/domain/job'
import { tell } from '@wirearchy/domain/notice'
import { metButtons } from './buttons.ts'
import { metLetter, soonLetter, todayLetter, tomorrowLetter } from './emails.ts'
import { isTimed, type MeetingRow, nameOf, type TimedRow } from './rows.ts'
import { goesOn } from './standing.ts'
import { aboutOf, refsOf } from './telling.ts'

const HOUR = 3_600_000
/** Half past seven: before school. */
const MORNING = 450

const REMINDERS = { tomorrow: tomorrowLetter, today: todayLetter, soon: soonLetter, over: metLetter } as const
type Which = keyof typeof REMINDERS

/** Writes down when to remind the two of a meeting. Each change of it has jobs of its own; those of before fall silent. */
export async function planReminders(tx: Tx, ctx: Ctx, meeting: MeetingRow) {
  if (!isTimed(meeting)) return
  const { id, sequence, startsAt, endsAt } = meeting
  const morning = londonTime(dayOf(startsAt), MORNING)
  const times: Record<Which, number> = {
    ...{ tomorrow: startsAt - 24 * HOUR, today: morning, soon: startsAt - HOUR, over: endsAt },
  }
  for (const [which, runAt] of Object.entries(times)) {
    if (runAt <= ctx.now || (which === 'today' && morning > startsAt - HOUR)) continue
    const payload = { meetingId: id, sequence, which }
    await enqueue(tx, ctx, {
      kind: 'meeting.remind',
      key: `meeting:${id}:${sequence}:${which}`,
      payload,
      runAt,
    })
  }
}

/**
 * Reminds the two of a meeting, if it still stands as it did when this was planned and it is not too late. A letter that
 * quiet hours would keep until the meeting has begun is not written: the notice on their page is.
 */
export const remind = (ctx: Ctx, { payload }: Pick<ClaimedJob, 'payload'>) =>
  ctx.store.tx(async (tx) => {
    const which = payload.which as Which
    const found = await standing(tx, ctx, String(payload.meetingId))
    if (!found || found.meeting.sequence !== payload.sequence) return
    const { meeting, mentorId, menteeId } = found
    if (which !== 'over' && ctx.now >= meeting.startsAt) return
    const [mentor, mentee] = [
      { personId: mentorId, otherId: menteeId, hasSaid: meeting.mentorSaid !== null },
      { personId: menteeId, otherId: mentorId, hasSaid: meeting.menteeSaid !== null },
    ]
    if (which !== 'today') await remindOne(tx, ctx, meeting, which, mentor)
    if (which !== 'today' || meeting.hopedFor === null) await remindOne(tx, ctx, meeting, which, mentee)
  })

/** A booked meeting of two who still are mentor and mentee. */
async function standing(tx: Tx, { today }: Ctx, id: string) {
  const [found] = await tx
    .select({ meeting: meetings, mentorId: mentorships.mentorId, menteeId: mentorships.menteeId })
    .from(meetings)
    .innerJoin(mentorships, eq(mentorships.id, meetings.mentorshipId))
    .where(and(eq(meetings.id, id), eq(meetings.state, 'booked')))
  if (!found || !isTimed(found.meeting)) return null
  const chapter = sql`select 1 from mentorships chapter where chapter.id = ${found.meeting.mentorshipId} and ${goesOn(today)}`
  return (await tx.rows(chapter)).length > 0 ? { ...found, meeting: found.meeting } : null
}

interface Side {
  personId: string
  otherId: string
  hasSaid: boolean
}

async function remindOne(
  tx: Tx,
  ctx: Ctx,
  meeting: TimedRow,
  which: Which,
  { personId, otherId, hasSaid }: Side,
) {
  const kind = `meeting.${which}`
  const refs = { ...refsOf(meeting), sequence: String(meeting.sequence) }
  if ((which === 'over' && hasSaid) || (await isTold(tx, personId, kind, refs))) return
  const buttons = which === 'over' ? await metButtons(tx, ctx, personId, meeting) : ''
  const written = REMINDERS[which](aboutOf(ctx, meeting, await nameOf(tx, otherId)), buttons)
  const isInTime = which === 'over' || (await loudFor(tx, ctx, personId, which)) < meeting.startsAt
  await tell(tx, ctx, [
    { ...{ personId, kind, aboutPersonId: otherId, refs }, ...(isInTime ? { letter: written } : {}) },
  ])
}

/** When a letter to somebody would go; one of the last hour goes at once or not at all. */
async function loudFor(tx: Tx, { now }: Ctx, personId: string, which: Which): Promise<number> {
  const [row] = await tx.select().from(quietHours).where(eq(quietHours.personId, personId))
  const quiet = row ?? USUAL_QUIET
  const nation = await nationOf(tx, personId)
  if (which === 'soon' && isQuiet(quiet, now, nation)) return Number.POSITIVE_INFINITY
  return nextLoud(quiet, now, nation)
}

/** A job that is done twice says it once. */
async function isTold(tx: Tx, personId: string, kind: string, refs: { meeting: string; sequence: string }) {
  const same = sql`${notifications.refs} ->> 'meeting' = ${refs.meeting} and ${notifications.refs} ->> 'sequence' = ${refs.sequence}`
  return (
    (await tx.$count(
      notifications,
      and(eq(notifications.personId, personId), eq(notifications.kind, kind), same),
    )) > 0
  )
}
