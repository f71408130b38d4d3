import {
  and,
  calendarFeeds,
  eq,
  inArray,
  inList,
  isNull,
  jobs,
  keptApart,
  letterLinks,
  mentorHours,
  mentoringAsks,
  mentoringRequests,
  mentorOffers,
  mentorPlaces,
  mentorships,
  ne,
  noticeChoices,
  or,
  programmeFixes,
  programmePairs,
  programmePeople,
  programmeWishes,
  quietHours,
  sql,
  type Tx,
} from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'

/** Nobody waits for somebody who is not there any more: not for an answer, a place, a match, a letter or a page. */
export async function leaveMentoring(tx: Tx, ctx: Ctx, ids: string[]) {
  await endChapters(tx, ctx, ids)
  await wakeRequests(tx, ctx, ids)
  await leaveProgrammes(tx, ctx, ids)
  for (const own of [mentorOffers, mentorPlaces, mentorHours, noticeChoices, quietHours, letterLinks])
    await tx.delete(own).where(inArray(own.personId, ids))
  const lifted = and(inArray(keptApart.personId, ids), isNull(keptApart.liftedAt))
  await tx.update(keptApart).set({ liftedAt: ctx.now }).where(lifted)
  const open = and(inArray(calendarFeeds.personId, ids), isNull(calendarFeeds.revokedAt))
  await tx.update(calendarFeeds).set({ revokedAt: ctx.now }).where(open)
}

/** Mentoring that the two arranged themselves ends today, so that it takes up nobody's place; its days stay on both timelines. */
async function endChapters(tx: Tx, ctx: Ctx, ids: string[]) {
  const theirs = or(inArray(mentorships.mentorId, ids), inArray(mentorships.menteeId, ids))
  const over = sql`coalesce(${mentorships.finishedOn}, '9999-12-31') < ${ctx.today}`
  const open = and(
    theirs,
    ne(mentorships.kind, 'statutory'),
    isNull(mentorships.voidedAt),
    sql`not (${over})`,
  )
  for (const held of await tx.select().from(mentorships).where(open)) {
    const endReason = ids.includes(held.mentorId) ? 'by_mentor' : 'by_mentee'
    const isBegun = held.startedOn <= ctx.today
    const end = { finishedOn: ctx.today, endReason }
    const change = isBegun ? end : { voidedAt: ctx.now, voidReason: `ended_${endReason}` }
    await tx.update(mentorships).set(change).where(eq(mentorships.id, held.id))
    const type = isBegun ? 'mentorship.ended' : 'mentorship.voided'
    await record(tx, ctx, { type, personId: held.menteeId, refs: { mentorship: held.id } })
  }
}

/** Requests of theirs and to them are looked at at once: theirs are taken back, others go on to whoever is next. */
async function wakeRequests(tx: Tx, { now: at }: Ctx, ids: string[]) {
  const turns = tx
    .select({ id: mentoringAsks.requestId })
    .from(mentoringAsks)
    .where(inArray(mentoringAsks.mentorId, ids))
  const theirs = or(inArray(mentoringRequests.askerId, ids), inArray(mentoringRequests.id, turns))
  const open = and(eq(mentoringRequests.state, 'open'), theirs)
  const waiting = await tx.select({ id: mentoringRequests.id }).from(mentoringRequests).where(open)
  for (const { id: requestId } of waiting)
    await tx
      .insert(jobs)
      .values({ id: newId(at), kind: 'request.clock', payload: { requestId }, runAt: at, createdAt: at })
}

async function leaveProgrammes(tx: Tx, { now }: Ctx, ids: string[]) {
  const blank = { subject: null, department: null, town: null, leftAt: sql`coalesce(left_at, ${now})` }
  await tx.update(programmePeople).set(blank).where(inArray(programmePeople.personId, ids))
  await tx
    .delete(programmeWishes)
    .where(or(inArray(programmeWishes.personId, ids), inArray(programmeWishes.otherId, ids)))
  const among = inList(ids)
  const named = sql`(mentee_id in (${among}) or mentor_id in (${among}))`
  await tx.update(programmeFixes).set({ reason: null }).where(sql`${named} or by_id in (${among})`)
  const why = sql`override is not null and (${named} or overridden_by_id in (${among}))`
  await tx.update(programmePairs).set({ override: '' }).where(why)
}
