import { type Day, dayOf } from '@wirearchy/domain'
import { momentWords, timeWords } from '@wirearchy/domain/calendar'
import type { Pair } from '@wirearchy/domain/mentoring'
import type { Way } from '@wirearchy/domain/mentoring/input'
import type { MeetingRow, TimeRow } from './rows.ts'
import { isRevealed } from './said.ts'

/** How a meeting stands to one of a pair. `over` is one that they have not spoken of yet. */
export type SeenState = 'offered' | 'lapsed' | 'booked' | 'cancelled' | 'over' | 'happened' | 'missed'
type Said = MeetingRow['mentorSaid']

export interface MeetingSeen {
  id: string
  state: SeenState
  startsAt: number | null
  /** "Tuesday 24 November 2026, 3:45pm", and when it ends: "4:15pm". */
  when: string | null
  until: string | null
  /** The same as a form takes it: a day, and a time such as "3:45pm". */
  on: Day | null
  at: string | null
  minutes: number | null
  way: Way
  place: string | null
  /** Whether the viewer offered the times or booked it. */
  isMine: boolean
  times: { id: string; when: string; isOver: boolean }[]
  reason: string | null
  hopedFor: string | null
  iSaid: Said
  /** What the other said; nothing until both have said, or a week is past. */
  theySaid: Said
  /** Both have answered, or it is too late to. */
  isSettled: boolean
}

/** A meeting in the eyes of one of a pair at a moment. What the other said is not in it before its time. */
export function seen(meeting: MeetingRow, pair: Pair, now: number, times: TimeRow[] = []): MeetingSeen {
  const { id, startsAt, endsAt, way, place, reason, hopedFor, mentorSaid, menteeSaid } = meeting
  const [iSaid, they] = pair.side === 'mentor' ? [mentorSaid, menteeSaid] : [menteeSaid, mentorSaid]
  const theySaid = isRevealed(meeting, now) ? they : null
  return {
    ...{ id, startsAt, way, place, reason, hopedFor, iSaid, theySaid },
    state: stateSeen(meeting, pair, now, { iSaid, theySaid, times }),
    when: startsAt === null ? null : momentWords(startsAt),
    until: endsAt === null ? null : timeWords(endsAt),
    on: startsAt === null ? null : dayOf(startsAt),
    at: startsAt === null ? null : timeWords(startsAt),
    minutes: startsAt === null || endsAt === null ? null : (endsAt - startsAt) / 60_000,
    isMine: meeting.proposedBy === pair.side,
    times: times.map((one) => ({ id: one.id, when: momentWords(one.startsAt), isOver: one.startsAt <= now })),
    isSettled: iSaid !== null && isRevealed(meeting, now),
  }
}

type Known = { iSaid: Said; theySaid: Said; times: TimeRow[] }

/** What was ahead when the mentoring ended reads as cancelled, before anybody has written it down. */
function stateSeen(meeting: MeetingRow, pair: Pair, now: number, known: Known): SeenState {
  const { state, startsAt } = meeting
  const isAhead = startsAt === null || startsAt > now
  if (state === 'cancelled' || (isAhead && !pair.current)) return 'cancelled'
  if (state === 'proposed') return known.times.some((one) => one.startsAt > now) ? 'offered' : 'lapsed'
  if (isAhead) return 'booked'
  if (known.iSaid === 'yes' || known.theySaid === 'yes') return 'happened'
  return known.iSaid === null ? 'over' : 'missed'
}
