import { type SQL, sql } from '@wirearchy/db'
import { type Ctx, type Day, dayOf } from '@wirearchy/domain'
import type { Side } from '@wirearchy/domain/mentoring'
import { takeTurn } from '@wirearchy/domain/stint'
import { factsOf, type PairFacts } from './facts.ts'
import { nudge } from './nudge.ts'
import { freeSides } from './pairs.ts'
import { isBeyondRhythm, isBookedAhead, isLeftOpen, stateOf, waitedFor } from './state.ts'

/**
 * The house's own reminders, once a day: to each side once when the first meeting is not booked after five school days,
 * and once when it has been quiet for longer than the two agreed on, or a question or a call is past its day. Nothing
 * goes in the holidays, to a pair of whom one is on a break, across a block, or within a fortnight of any other reminder.
 * A fault in one holds up no other: it is thrown at the end.
 */
export async function remindPairs(ctx: Ctx) {
  const pairs = await goingOn(ctx, ctx.store.read, sql`true`)
  const faults: unknown[] = []
  for (const pair of pairs.filter((one) => whyOf(ctx, one) !== null))
    await remindPair(ctx, pair).catch((fault) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}

const remindPair = (ctx: Ctx, { mentorshipId, menteeId }: PairFacts) =>
  ctx.store.tx(async (tx) => {
    await takeTurn(tx, menteeId)
    const [pair] = await goingOn(ctx, tx, sql`m.id = ${mentorshipId}`)
    const why = pair ? whyOf(ctx, pair) : null
    const sides = pair && why ? await notYet(ctx, tx, pair, why) : []
    if (pair && why && sides.length > 0) await nudge(tx, ctx, pair, { why, byId: null, sides })
  })

type Read = Parameters<typeof factsOf>[0]

/** The latest chapter of each pair that goes on today. */
const goingOn = (ctx: Ctx, read: Read, only: SQL) =>
  factsOf(read, ctx, {
    among: 'pair',
    where: sql`${only} and m.started_on <= ${ctx.today} and coalesce(m.finished_on, '9999-12-31') >= ${ctx.today}
      and not exists (select 1 from mentorships later where later.mentor_id = m.mentor_id and later.mentee_id = m.mentee_id
        and later.voided_at is null and later.started_on <= ${ctx.today}
        and coalesce(later.finished_on, '9999-12-31') >= ${ctx.today} and later.no > m.no)`,
  })

const UNBOOKED_AFTER = 5

/** What there is to remind a pair of today; null when nothing. Two who have begun anew have their time from then on. */
function whyOf({ today, now }: Ctx, pair: PairFacts): 'unbooked' | 'quiet' | null {
  if (pair.isAway || stateOf(pair, { today, now }) === 'ended' || isBookedAhead(pair, now)) return null
  if (freeSides(pair, today).length === 0) return null
  const lastSeen = lastMeeting(pair)
  const since = lastSeen && lastSeen > pair.startedOn ? lastSeen : pair.startedOn
  if (isLeftOpen(pair, since, today)) return 'quiet'
  if (lastSeen) return isBeyondRhythm(pair, since, today) ? 'quiet' : null
  return waitedFor(pair, today) >= UNBOOKED_AFTER ? 'unbooked' : null
}

/** The day of the last meeting that was held, or was booked and not spoken of since. */
function lastMeeting({ lastHeldAt, bookedUntil }: PairFacts): Day | null {
  const last = Math.max(lastHeldAt ?? 0, bookedUntil ?? 0)
  return last > 0 ? dayOf(last) : null
}

/** The free sides that the house has not told this yet since the two began, or began anew, and last met. */
async function notYet(ctx: Ctx, read: Read, pair: PairFacts, why: 'unbooked' | 'quiet'): Promise<Side[]> {
  const began = Date.parse(`${pair.startedOn}T00:00:00Z`)
  const since = why === 'quiet' ? Math.max(began, pair.lastHeldAt ?? 0, pair.bookedUntil ?? 0) : began
  const told = await read.rows<{ to: Side }>(sql`
    select told."to" as "to" from nudges told join mentorships same on same.id = told.mentorship_id
    where same.mentor_id = ${pair.mentorId} and same.mentee_id = ${pair.menteeId}
      and told.why = ${why} and told.created_at > ${since}`)
  return freeSides(pair, ctx.today).filter((side) => !told.some(({ to }) => to === side))
}
