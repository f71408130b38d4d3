import { and, desc, eq, isNull, mentorships, stints, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, dayBefore, type MemberCtx, newId, overlapOf, Problem } from '@wirearchy/domain'
import { notify } from '@wirearchy/domain/job'
import { nextNo, record } from '@wirearchy/domain/ledger'
import type { StintRow } from './adopt.ts'
import { isByHand } from './by-hand.ts'
import { checkNear } from './days.ts'
import type { StartMentorship } from './input.ts'
import { isStaff, mustLead } from './lead.ts'
import { takeTurn } from './take-turn.ts'
import { hangingOn, type MentorshipRow } from './void-stint.ts'

const bad = (sentence: string, field: string) => new Problem('bad_input', sentence, { field })

/**
 * A school's lead gives somebody there a mentor. It belongs to the stay and ends with it; the tie it makes does not.
 * If the two have been mentor and mentee before, it is their next chapter, not a second relation.
 * @throws Problem not_found unless the viewer leads the school where both are today, and nobody keeps the other out · bad_input for who or when
 */
export const startMentorship = (ctx: MemberCtx, input: StartMentorship): Promise<{ mentorshipId: string }> =>
  ctx.store.tx((tx) => startMentorshipIn(tx, ctx, input))

/** The same in the caller's transaction, as where a school's whole programme is published at once. */
export async function startMentorshipIn(
  tx: Tx,
  ctx: MemberCtx,
  input: StartMentorship,
): Promise<{ mentorshipId: string }> {
  checkNear(ctx.today, input.startsOn, 'startsOn')
  const mentee = await stintOf(tx, ctx, input.menteeStintId)
  const mentor = await stintOf(tx, ctx, input.mentorStintId)
  for (const personId of [mentee.personId, mentor.personId].sort()) await takeTurn(tx, personId)
  const span = spanOf(mentee, mentor, input.startsOn)
  const now = (await hangingOn(tx, mentee.id)).filter(
    (one) => one.menteeStintId === mentee.id && overlapOf(one, span),
  )
  const ended = now.find(isByHand)
  if (ended) throw bad('Their mentoring ended on that day. Choose a later one.', 'startsOn')
  const same = now.find(({ mentorId }) => mentorId === mentor.personId)
  if (same) return { mentorshipId: same.id }
  if (now.length > 0)
    throw bad('They have a mentor here for those days already. End that first.', 'mentorStintId')
  return { mentorshipId: await write(tx, ctx, mentee, mentor, span) }
}

async function stintOf(tx: Tx, ctx: MemberCtx, id: string): Promise<StintRow> {
  const [stint] = await tx.select().from(stints).where(eq(stints.id, id))
  if (!stint || stint.voidedAt !== null) throw Problem.notFound()
  await mustLead(tx, ctx, stint.schoolId)
  if (!(await isStaff(tx, ctx, stint))) throw Problem.notFound()
  return stint
}

function spanOf(mentee: StintRow, mentor: StintRow, startedOn: Day) {
  if (mentee.personId === mentor.personId)
    throw bad('Nobody can mentor themselves. Choose somebody else.', 'mentorStintId')
  if (mentee.schoolId !== mentor.schoolId) throw bad('Choose a mentor from the same school.', 'mentorStintId')
  const both = overlapOf(mentee, mentor)
  const span = both && overlapOf(both, { startedOn, finishedOn: null })
  if (!span || span.startedOn !== startedOn)
    throw bad('Choose a day when both of them are at the school.', 'startsOn')
  return span
}

async function write(
  tx: Tx,
  ctx: MemberCtx,
  mentee: StintRow,
  mentor: StintRow,
  span: { startedOn: Day; finishedOn: Day | null },
) {
  const [mentorId, menteeId] = [mentor.personId, mentee.personId]
  const last = await lastChapter(tx, mentorId, menteeId)
  if (last?.kind === 'informal' && last.finishedOn === null) await endInformal(tx, ctx, last, span.startedOn)
  const id = newId(ctx.now)
  await tx.insert(mentorships).values({
    ...{ id, no: await nextNo(tx, 'mentorships'), mentorId, menteeId, kind: 'statutory' as const, ...span },
    ...{ mentorStintId: mentor.id, menteeStintId: mentee.id, arrangedById: ctx.viewer, createdAt: ctx.now },
    continuesId: last?.id ?? null,
  })
  const refs = { mentorship: id, mentor: mentorId, menteeStint: mentee.id, mentorStint: mentor.id }
  const about = { happenedOn: span.startedOn, personId: menteeId, schoolId: mentee.schoolId }
  await record(tx, ctx, { type: 'mentorship.started', ...about, refs, after: { kind: 'statutory', ...span } })
  await notify(tx, ctx, [
    { personId: mentorId, kind: 'mentorship.started', aboutPersonId: menteeId, refs: { mentorship: id } },
    { personId: menteeId, kind: 'mentorship.started', aboutPersonId: mentorId, refs: { mentorship: id } },
  ])
  return id
}

/** The latest chapter of two people as mentor and mentee; null when there is none. */
async function lastChapter(tx: Tx, mentorId: string, menteeId: string): Promise<MentorshipRow | null> {
  const pair = and(
    eq(mentorships.mentorId, mentorId),
    eq(mentorships.menteeId, menteeId),
    isNull(mentorships.voidedAt),
  )
  const [last] = await tx
    .select()
    .from(mentorships)
    .where(pair)
    .orderBy(desc(mentorships.startedOn), desc(mentorships.no))
    .limit(1)
  return last ?? null
}

/** What went on informally goes on as part of the school’s; a chapter of no days would say nothing. */
async function endInformal(tx: Tx, ctx: Ctx, { id, startedOn, menteeId }: MentorshipRow, nextStart: Day) {
  const finishedOn = dayBefore(nextStart) < startedOn ? startedOn : dayBefore(nextStart)
  await tx.update(mentorships).set({ finishedOn, endReason: 'goes_on' }).where(eq(mentorships.id, id))
  const refs = { mentorship: id }
  await record(tx, ctx, {
    type: 'mentorship.ended',
    happenedOn: finishedOn,
    personId: menteeId,
    refs,
    after: { finishedOn },
  })
}
