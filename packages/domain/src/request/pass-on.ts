import { eq, mentoringAsks, mentoringRequests, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, daysBetween } from '@wirearchy/domain'
import { addSchoolDays, nationOf } from '@wirearchy/domain/calendar'
import { record } from '@wirearchy/domain/ledger'
import { mayAsk } from '@wirearchy/domain/mentoring'
import { oneTap } from '@wirearchy/domain/notice'
import { DAYS_TO_ANSWER, deadlineOf, startClock, wake } from './clock.ts'
import { askedLetter } from './emails.ts'
import { passedLetter } from './emails-to-askers.ts'
import type { Now, Why } from './letter.ts'
import { type AskRow, asksOf, type RequestRow } from './rows.ts'
import { tellAsker, tellMentor } from './telling.ts'

/** Who is past their last day may still say yes: so long the letter's buttons go on working. */
const AFTERWARDS_DAYS = 14

/**
 * Ends a turn without a yes and gives the next one: to the next choice who may be asked now, else to the open list.
 * The asker is told, in the caller's transaction.
 */
export async function passOn(tx: Tx, ctx: Ctx, request: RequestRow, ask: AskRow, why: Why) {
  const state = why === 'declined' ? 'declined' : why === 'apart' ? 'closed' : 'passed'
  const answeredAt = why === 'declined' ? ctx.now : null
  await tx.update(mentoringAsks).set({ state, answeredAt }).where(eq(mentoringAsks.id, ask.id))
  const refs = { request: request.id, ask: ask.id }
  await record(tx, ctx, { type: 'request.passed', personId: request.askerId, refs, after: { state } })
  const now = await giveNextTurn(tx, ctx, request)
  await tellAsker(tx, ctx, request, {
    kind: `request.${why}`,
    ...(why === 'apart' ? {} : { about: ask.mentorId }),
    letter: (name) => passedLetter(ctx, { requestId: request.id, name, why, now }),
  })
  if (why === 'silent' || why === 'unanswered')
    await tellMentor(tx, ctx, request, ask.mentorId, { kind: 'request.moved_on' })
}

/** Gives the turn to the first choice who waits and may be asked now; with none left, to the open list. */
export async function giveNextTurn(tx: Tx, ctx: Ctx, request: RequestRow): Promise<Now> {
  const waiting = (await asksOf(tx, request.id)).filter(({ state }) => state === 'next')
  for (const ask of waiting) {
    if (await mayAsk(tx, { ...ctx, viewer: request.askerId }, ask.mentorId, request)) {
      await giveTurn(tx, ctx, request, ask)
      return 'next'
    }
    await tx.update(mentoringAsks).set({ state: 'closed' }).where(eq(mentoringAsks.id, ask.id))
  }
  await putOnList(tx, ctx, request)
  return 'listed'
}

/** It is a mentor's turn: their clock starts, and they hear of it. */
async function giveTurn(tx: Tx, ctx: Ctx, request: RequestRow, ask: AskRow) {
  await takeOffList(tx, request)
  const clock = await startClock(tx, ctx, request.id, ask.mentorId)
  await tx
    .update(mentoringAsks)
    .set({ state: 'asked', askedAt: ctx.now, ...clock })
    .where(eq(mentoringAsks.id, ask.id))
  const taps = await buttons(tx, ctx, request, { personId: ask.mentorId, dueOn: clock.dueOn })
  await tellMentor(tx, ctx, request, ask.mentorId, {
    kind: 'request.asked',
    letter: (name) => askedLetter(ctx, { name, request, dueOn: clock.dueOn, taps }),
  })
}

/** Yes and no as buttons of the letter, good for a while after the deadline; a question, and a pause, need a page. */
async function buttons(tx: Tx, ctx: Ctx, { id }: RequestRow, to: { personId: string; dueOn: Day }) {
  const days = AFTERWARDS_DAYS + daysBetween(ctx.today, to.dueOn)
  const tap = (act: string) => oneTap(tx, ctx, { personId: to.personId, act, input: { requestId: id }, days })
  return `\nYes, let’s talk:\n${await tap('request.accept')}\n\nNot at the moment:\n${await tap('request.decline')}\n`
}

/**
 * Mentors whom the asker may ask see it now; each round lasts five school days of the asker's nation.
 * @param after the last day of the round before, which the next one follows without a gap
 */
export async function putOnList(tx: Tx, ctx: Ctx, request: RequestRow, after: Day = ctx.today) {
  const nation = await nationOf(tx, request.askerId)
  const next = addSchoolDays(after, DAYS_TO_ANSWER, nation)
  const listDueOn = next < ctx.today ? addSchoolDays(ctx.today, DAYS_TO_ANSWER, nation) : next
  const listed = { listedAt: request.listedAt ?? ctx.now, listDueOn }
  await tx.update(mentoringRequests).set(listed).where(eq(mentoringRequests.id, request.id))
  await wake(tx, ctx, request.id, deadlineOf(listDueOn))
}

/** Somebody has its turn again: nobody on the list is to take it meanwhile. */
export const takeOffList = (tx: Tx, request: RequestRow) =>
  tx.update(mentoringRequests).set({ listDueOn: null }).where(eq(mentoringRequests.id, request.id))
