import type { Tx } from '@wirearchy/db'
import type { Ctx, MemberCtx } from '@wirearchy/domain'
import { addressOf } from '@wirearchy/domain/account'
import { calendarFile } from '@wirearchy/domain/calendar'
import { type Letter, notify, post } from '@wirearchy/domain/job'
import type { Pair } from '@wirearchy/domain/mentoring'
import { tell } from '@wirearchy/domain/notice'
import { timeButtons } from './buttons.ts'
import { bookedLetter, cancelledLetter, changedLetter, offeredLetter } from './emails.ts'
import { eventOf, WAY_WORDS } from './events.ts'
import type { About } from './letter-text.ts'
import { isTimed, type MeetingRow, nameOf, type TimedRow } from './rows.ts'

export type Two = Pick<Pair, 'mentorId' | 'menteeId'>
type Written = Omit<Letter, 'to' | 'personId' | 'aboutPersonId'>

interface News {
  kind: string
  letter: (about: About) => Written
  method: 'REQUEST' | 'CANCEL'
  /** The two may not be told of each other any more. */
  isNameless?: boolean
}

/** Both hear that a meeting is booked: the one who booked it by letter alone, for their calendar. */
export const tellBooked = (tx: Tx, ctx: Ctx, two: Two, meeting: MeetingRow) =>
  tellBoth(tx, ctx, two, meeting, { kind: 'meeting.booked', letter: bookedLetter, method: 'REQUEST' })

/** Both hear that it changed. */
export const tellChanged = (
  tx: Tx,
  ctx: Ctx,
  two: Two,
  meeting: MeetingRow,
  { isMoved }: { isMoved: boolean },
) =>
  tellBoth(tx, ctx, two, meeting, {
    ...{ kind: 'meeting.moved', method: 'REQUEST' },
    letter: (about) => changedLetter(about, isMoved),
  })

/** Both hear that it is off. */
export const tellCancelled = (tx: Tx, ctx: Ctx, two: Two, meeting: MeetingRow, isNameless = false) =>
  tellBoth(tx, ctx, two, meeting, {
    ...{ kind: 'meeting.cancelled', letter: cancelledLetter, method: 'CANCEL', isNameless },
  })

/** The other hears that there are times to choose from. */
export async function tellOffered(tx: Tx, ctx: Ctx, two: Two, meeting: MeetingRow) {
  const [personId, otherId] =
    meeting.proposedBy === 'mentor' ? [two.menteeId, two.mentorId] : [two.mentorId, two.menteeId]
  const at = { origin: ctx.origin, href: hrefOf(meeting) }
  const buttons = await timeButtons(tx, ctx, personId, meeting)
  const letter = offeredLetter(at, await nameOf(tx, otherId), buttons)
  await tell(tx, ctx, [
    { personId, kind: 'meeting.offered', aboutPersonId: otherId, refs: refsOf(meeting), letter },
  ])
}

/** Whoever offered times hears that none of them suits, unless they took them back themselves. */
export async function tellDeclined(tx: Tx, ctx: MemberCtx, pair: Pair, meeting: MeetingRow) {
  if (meeting.proposedBy === pair.side) return
  const about = { personId: pair.otherId, aboutPersonId: ctx.viewer }
  await notify(tx, ctx, [{ ...about, kind: 'meeting.declined', refs: refsOf(meeting) }])
}

async function tellBoth(tx: Tx, ctx: Ctx, two: Two, meeting: MeetingRow, news: News) {
  if (!isTimed(meeting)) return
  await tellOne(tx, ctx, { personId: two.mentorId, otherId: two.menteeId }, meeting, news)
  await tellOne(tx, ctx, { personId: two.menteeId, otherId: two.mentorId }, meeting, news)
}

interface Reader {
  personId: string
  otherId: string
}

async function tellOne(tx: Tx, ctx: Ctx, { personId, otherId }: Reader, meeting: TimedRow, news: News) {
  const name = news.isNameless ? null : await nameOf(tx, otherId)
  const to = await addressOf(tx, ctx, personId)
  const letter = { ...news.letter(aboutOf(ctx, meeting, name)), ...fileFor(ctx, meeting, news, name, to) }
  const about = { personId, ...(news.isNameless ? {} : { aboutPersonId: otherId }) }
  if (personId === ctx.viewer || news.isNameless) {
    if (to) await post(tx, ctx, { ...letter, ...about, to })
  } else await tell(tx, ctx, [{ ...about, kind: news.kind, refs: refsOf(meeting), letter }])
}

function fileFor(ctx: Ctx, meeting: TimedRow, { method }: News, name: string | null, to: string | null) {
  const event = eventOf(ctx, meeting, { name, isCancelled: method === 'CANCEL' })
  const { origin, now } = ctx
  return { calendar: calendarFile([event], { method, origin, now, ...(to ? { reader: to } : {}) }) }
}

export const aboutOf = ({ origin, now }: Ctx, meeting: TimedRow, name: string | null): About => ({
  ...{ origin, now, name, startsAt: meeting.startsAt, way: WAY_WORDS[meeting.way], href: hrefOf(meeting) },
})

const hrefOf = ({ id, mentorshipId }: MeetingRow) => `/mentoring/${mentorshipId}/meetings/${id}`

export const refsOf = ({ id, mentorshipId }: MeetingRow) => ({ mentorship: mentorshipId, meeting: id })
