import { desc, eq, mentoringRequests } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { areBlocked } from './apart.ts'
import type { RequestId } from './input.ts'
import { deadlineFor, wordsOf } from './look.ts'
import { mineOrNot } from './own.ts'
import { type AskRow, asksOf, FROM_THE_LIST, holderOf, isHeld, type RequestRow } from './rows.ts'
import { nameOf } from './telling.ts'
import { aboutIt } from './who.ts'

const MOST = 50

/** The viewer's own requests, latest first, each with who has it now. */
export async function myRequests(ctx: MemberCtx) {
  const rows = await ctx.store.read
    .select()
    .from(mentoringRequests)
    .where(eq(mentoringRequests.askerId, ctx.viewer))
    .orderBy(desc(mentoringRequests.createdAt), desc(mentoringRequests.id))
    .limit(MOST)
  return Promise.all(rows.map((request) => headOf(ctx, request)))
}

/**
 * One of the viewer's own requests: who has it and until when, and what happened so far. A mentor who does not want it
 * from the open list is not in it, and nobody's reason is.
 * @throws Problem not_found for everybody else's
 */
export async function asAsker(ctx: MemberCtx, { requestId }: RequestId) {
  const { read } = ctx.store
  const request = await mineOrNot(read, ctx, requestId)
  const asks = (await asksOf(read, requestId)).filter(
    ({ rank, state }) => rank < FROM_THE_LIST || state !== 'declined',
  )
  const turns = await Promise.all(asks.map((ask) => turnOf(ctx, request, ask)))
  return {
    ...(await headOf(ctx, request)),
    need: request.need,
    outsideMySchool: request.outsideMySchool,
    turns,
  }
}

export type RequestOfMine = Awaited<ReturnType<typeof asAsker>>

/** The request at a glance. */
async function headOf(ctx: MemberCtx, request: RequestRow) {
  const { read } = ctx.store
  const holder = request.state === 'open' ? await holderOf(read, request.id) : null
  const waitsFor = holder?.state === 'asked' ? holder.mentorId : request.askerId
  const dueOn = holder?.dueOn ?? request.listDueOn
  return {
    ...aboutIt(request),
    ...{ state: request.state, createdAt: request.createdAt, mentorshipId: request.mentorshipId },
    with: holder ? await mentorName(ctx, request, holder) : null,
    waitsForMe: holder?.state === 'question',
    onTheList: request.state === 'open' && !holder,
    round: request.listRound + 1,
    deadline: request.state === 'open' && dueOn ? await deadlineFor(read, ctx, dueOn, waitsFor) : null,
  }
}

/** One mentor's turn, in the order of choice. */
async function turnOf(ctx: MemberCtx, request: RequestRow, ask: AskRow) {
  const isOver = !isHeld(ask) && ask.state !== 'accepted'
  return {
    askId: ask.id,
    name: await mentorName(ctx, request, ask),
    state: ask.state === 'closed' && ask.askedAt === null ? ('not_asked' as const) : ask.state,
    askedAt: ask.askedAt,
    words: isOver && request.state !== 'open' ? [] : await wordsOf(ctx.store.read, ask.id),
  }
}

/** Null once either keeps the other out; that one of them has the other on a private list shows here to nobody. */
const mentorName = async ({ store: { read } }: MemberCtx, { askerId }: RequestRow, { mentorId }: AskRow) =>
  (await areBlocked(read, askerId, mentorId)) ? null : nameOf(read, mentorId)
