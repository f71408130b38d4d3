import { and, eq, mentoringAsks, mentoringRequests, people, sql, type Tx } from '@wirearchy/db'
import type { Ctx, Day } from '@wirearchy/domain'
import type { ClaimedJob } from '@wirearchy/domain/job'
import { offerStands } from '@wirearchy/domain/mentoring'
import { areApart } from './apart.ts'
import { close } from './close.ts'
import { reminderLetter } from './emails.ts'
import { stillLetter, unansweredLetter } from './emails-to-askers.ts'
import type { Why } from './letter.ts'
import { giveNextTurn, passOn, putOnList } from './pass-on.ts'
import { type AskRow, holderOf, type RequestRow, requestRow } from './rows.ts'
import { tellAsker, tellMentor } from './telling.ts'
import { isTooNear } from './too-near.ts'

/** Rounds of five school days on the open list, before a request is closed as unanswered. */
const ROUNDS = 3

/** The clock of one request has come to a moment: whatever is due by now is done, once. */
export const requestClock = (ctx: Ctx, job: ClaimedJob) => settle(ctx, String(job.payload.requestId))

/**
 * The daily job: every open request, one transaction each. It finds what a crash or a jump of the clock left, and turns
 * whose mentor has paused, taken a break, closed the offer, left, keeps apart or stands too near by now. A fault in one
 * holds up no other: it is thrown at the end, and the job comes back.
 */
export async function settleRequests(ctx: Ctx) {
  const open = await ctx.store.read
    .select({ id: mentoringRequests.id })
    .from(mentoringRequests)
    .where(eq(mentoringRequests.state, 'open'))
  const faults: unknown[] = []
  for (const { id } of open) await settle(ctx, id).catch((fault) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}

/** Brings one request up to the present moment. Asked twice, the second time changes nothing. */
const settle = (ctx: Ctx, requestId: string) =>
  ctx.store.tx(async (tx) => {
    const request = await requestRow(tx, requestId)
    if (request?.state !== 'open') return
    if (await hasLeft(tx, request.askerId)) return close(tx, ctx, request, 'withdrawn')
    const holder = await holderOf(tx, requestId)
    if (holder) return settleTurn(tx, ctx, request, holder)
    if (request.listDueOn === null) await giveNextTurn(tx, ctx, request)
    else if (ctx.today > request.listDueOn) await endRound(tx, ctx, request, request.listDueOn)
  })

async function settleTurn(tx: Tx, ctx: Ctx, request: RequestRow, ask: AskRow) {
  const why = await overBecause(tx, ctx, request, ask)
  if (why) await passOn(tx, ctx, request, ask, why)
  else if (ask.remindedAt === null && ask.remindOn !== null && ctx.today >= ask.remindOn)
    await remind(tx, ctx, request, ask)
}

/** Why a turn is over by now; null while it goes on. */
async function overBecause(tx: Tx, ctx: Ctx, request: RequestRow, ask: AskRow): Promise<Why | null> {
  const { mentorId, state, dueOn } = ask
  if ((await areApart(tx, mentorId, request.askerId)) || (await hasLeft(tx, mentorId))) return 'apart'
  if (await isTooNear(tx, ctx, request, mentorId)) return 'apart'
  const offer = sql`select 1 from mentor_offers offer where offer.person_id = ${mentorId} and ${offerStands(ctx)}`
  if ((await tx.rows(offer)).length === 0) return 'away'
  if (dueOn !== null && ctx.today <= dueOn) return null
  return state === 'asked' ? 'silent' : 'unanswered'
}

/** True of who was erased. */
async function hasLeft(tx: Tx, personId: string) {
  const gone = and(eq(people.id, personId), eq(people.status, 'anonymised'))
  return (await tx.select({ id: people.id }).from(people).where(gone)).length > 0
}

async function remind(tx: Tx, ctx: Ctx, request: RequestRow, ask: AskRow) {
  await tx.update(mentoringAsks).set({ remindedAt: ctx.now }).where(eq(mentoringAsks.id, ask.id))
  const isMentor = ask.state === 'asked'
  const turn = { requestId: request.id, dueOn: ask.dueOn ?? ctx.today, isMentor }
  const telling = {
    kind: 'request.reminder',
    letter: (name: string) => reminderLetter(ctx, { name, ...turn }),
  }
  if (isMentor) await tellMentor(tx, ctx, request, ask.mentorId, telling)
  else await tellAsker(tx, ctx, request, { ...telling, kind: 'request.your_turn', about: ask.mentorId })
}

async function endRound(tx: Tx, ctx: Ctx, request: RequestRow, endedOn: Day) {
  const listRound = request.listRound + 1
  await tx.update(mentoringRequests).set({ listRound }).where(eq(mentoringRequests.id, request.id))
  if (listRound < ROUNDS) {
    await putOnList(tx, ctx, request, endedOn)
    const letter = () => stillLetter(ctx, request.id, listRound)
    return tellAsker(tx, ctx, request, { kind: 'request.still', letter })
  }
  await close(tx, ctx, request, 'unanswered')
  const letter = () => unansweredLetter(ctx, request.id)
  return tellAsker(tx, ctx, request, { kind: 'request.unfilled', letter })
}
