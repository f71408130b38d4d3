import { and, eq, isNull, mentorships, ne, stints, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, dayAfter, newId, overlaps } from '@wirearchy/domain'
import { notify } from '@wirearchy/domain/job'
import { nextNo, record } from '@wirearchy/domain/ledger'
import type { StintRow } from './adopt.ts'
import { untell } from './by-hand.ts'
import { endBefore } from './end-before.ts'
import type { Hanging, Part } from './hanging.ts'
import { earlierOf } from './last-day.ts'
import type { MentorshipRow } from './void-stint.ts'

/**
 * Ends the statutory mentorships inside a stay with it, voids those that had not begun, and lets go on those that
 * an earlier end had cut short. A mentorship cannot outlast the other person's stay.
 */
export async function endMentorships(
  tx: Tx,
  ctx: Ctx,
  stint: StintRow,
  { mentorships: parts }: Hanging,
  reason: string | null,
) {
  for (const part of parts) {
    const [held] = await tx.select().from(mentorships).where(eq(mentorships.id, part.id))
    if (!held) continue
    const last = earlierOf(stint.finishedOn, await othersLastDay(tx, held, stint))
    const isBegun = last === null || held.startedOn <= last
    const was = (isBySchool(held) && (await endBefore(tx, held.menteeId, 'mentorship', held.id))) || part
    const finishedOn = earlierOf(was.finishedOn, last)
    const changed = { ...held, finishedOn, endReason: reasonFor(held, was, stint, finishedOn, reason) }
    if (part.isVoid && isBegun) await bringBack(tx, ctx, changed, stint)
    else if (!part.isVoid && !isBegun) await voidOne(tx, ctx, held, stint)
    else if (!part.isVoid) await endOne(tx, ctx, held, changed, stint)
  }
}

/** Ended because the school itself did: it comes back with both stays, whichever of the two ended it. */
const isBySchool = ({ endReason }: MentorshipRow) => endReason?.startsWith('school_') ?? false

type End = Pick<Part, 'finishedOn' | 'endReason'>

function reasonFor(
  held: MentorshipRow,
  was: End,
  stint: StintRow,
  finishedOn: Day | null,
  reason: string | null,
) {
  if (finishedOn !== held.finishedOn && finishedOn === stint.finishedOn && reason?.startsWith('school_'))
    return reason
  if (finishedOn === was.finishedOn) return was.endReason ?? null
  if (finishedOn !== stint.finishedOn) return held.endReason
  return held.menteeStintId === stint.id ? 'mentee_moved' : 'mentor_moved'
}

async function endOne(tx: Tx, ctx: Ctx, held: MentorshipRow, changed: MentorshipRow, stint: StintRow) {
  const { finishedOn, endReason } = changed
  if (finishedOn === held.finishedOn || (await isReplaced(tx, changed))) return
  await tx.update(mentorships).set({ finishedOn, endReason }).where(eq(mentorships.id, held.id))
  await record(tx, ctx, {
    ...{ type: finishedOn ? 'mentorship.ended' : 'mentorship.reopened', happenedOn: finishedOn ?? ctx.today },
    ...{ personId: held.menteeId, schoolId: stint.schoolId, refs: { mentorship: held.id, stint: stint.id } },
    before: { finishedOn: held.finishedOn, endReason: held.endReason },
    after: { finishedOn, endReason },
  })
  await untell(tx, ctx, held.id)
  const isNews = held.finishedOn === null || held.finishedOn >= ctx.today
  if (finishedOn && isNews && !/^school_(merged|split)$/.test(changed.endReason ?? ''))
    await tellBoth(tx, ctx, held, finishedOn)
}

/** Both may keep going, informally, in one tap. They hear of it once it is over: a last day ahead is not told here. */
function tellBoth(tx: Tx, ctx: Ctx, { id, mentorId, menteeId }: MentorshipRow, finishedOn: Day) {
  const showFrom = Math.max(ctx.now, Date.parse(`${dayAfter(finishedOn)}T07:30:00Z`))
  const notice = { kind: 'mentorship.ended', refs: { mentorship: id }, showFrom }
  return notify(tx, ctx, [
    { ...notice, personId: mentorId, aboutPersonId: menteeId },
    { ...notice, personId: menteeId, aboutPersonId: mentorId },
  ])
}

async function voidOne(
  tx: Tx,
  ctx: Ctx,
  { id, menteeId }: MentorshipRow,
  { schoolId, id: stintId }: StintRow,
) {
  const voided = { voidedAt: ctx.now, voidReason: 'not_started' }
  await tx.update(mentorships).set(voided).where(eq(mentorships.id, id))
  const [refs, after] = [{ mentorship: id, stint: stintId }, { reason: 'not_started' }]
  await record(tx, ctx, { type: 'mentorship.voided', personId: menteeId, schoolId, refs, after })
}

/** A void mentorship stays void; the days that count again are a new chapter. */
async function bringBack(tx: Tx, ctx: Ctx, changed: MentorshipRow, { id: stint, schoolId }: StintRow) {
  if ((await isReplaced(tx, changed)) || !(await isOtherThere(tx, changed, stint))) return
  const fresh = {
    id: newId(ctx.now),
    no: await nextNo(tx, 'mentorships'),
    continuesId: changed.id,
    createdAt: ctx.now,
  }
  await tx.insert(mentorships).values({ ...changed, ...fresh, voidedAt: null, voidReason: null })
  const refs = { mentorship: fresh.id, instead: changed.id, stint }
  await record(tx, ctx, { type: 'mentorship.carried', personId: changed.menteeId, schoolId, refs })
}

/** The other person's stay may have been put to another school since. */
async function isOtherThere(tx: Tx, { mentorStintId, menteeStintId }: MentorshipRow, stint: string) {
  const otherId = mentorStintId === stint ? menteeStintId : mentorStintId
  const [other] = await tx
    .select({ voidedAt: stints.voidedAt })
    .from(stints)
    .where(eq(stints.id, otherId ?? ''))
  return other?.voidedAt === null
}

async function othersLastDay(tx: Tx, { mentorStintId, menteeStintId }: MentorshipRow, stint: StintRow) {
  const otherId = mentorStintId === stint.id ? menteeStintId : mentorStintId
  const [other] = await tx
    .select({ finishedOn: stints.finishedOn })
    .from(stints)
    .where(eq(stints.id, otherId ?? ''))
  return other?.finishedOn ?? null
}

/** True when somebody else mentors during the days that would come back. */
async function isReplaced(tx: Tx, held: MentorshipRow) {
  const others = await tx
    .select()
    .from(mentorships)
    .where(
      and(
        eq(mentorships.menteeStintId, held.menteeStintId ?? ''),
        ...[eq(mentorships.kind, 'statutory'), isNull(mentorships.voidedAt), ne(mentorships.id, held.id)],
      ),
    )
  return others.some((other) => overlaps(other, held))
}
