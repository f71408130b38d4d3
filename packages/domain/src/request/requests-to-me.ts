import { inArray, mentoringRequests } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { openList } from './open-list.ts'
import { isHeld } from './rows.ts'
import type { ToMe } from './to-me.ts'
import { lineOf, type MyTurn, turnsToMe } from './turns-to-me.ts'

const LATELY_MS = 30 * 86_400_000

/**
 * Requests to the viewer as a mentor: whose turn it is (theirs, or the asker's after a question), what may still have
 * their yes, what stands on the open list and fits their offer, and what is over since a month.
 */
export async function requestsToMe(ctx: MemberCtx) {
  const mine = await turnsToMe(ctx)
  const held = mine.filter(isMyTurn)
  const still = mine.filter(({ request, ask }) => request.state === 'open' && ask.state === 'passed')
  const over = mine.filter((one) => !held.includes(one) && !still.includes(one) && isLately(ctx, one))
  return {
    toAnswer: await Promise.all(held.map((one) => lineOf(ctx, one))),
    still: await Promise.all(still.map((one) => lineOf(ctx, one))),
    onTheList: await Promise.all((await listed(ctx)).map((one) => lineOf(ctx, one))),
    over: await Promise.all(over.map((one) => lineOf(ctx, one))),
  }
}

/**
 * What of it waits now, for the viewer's own page of mentoring: whose turn it is, and how many stand on the open list for
 * them. Nobody of the list is looked up for that.
 */
export async function requestsWaiting(ctx: MemberCtx) {
  const held = (await turnsToMe(ctx, ['asked', 'question'])).filter(isMyTurn)
  return {
    toAnswer: await Promise.all(held.map((one) => lineOf(ctx, one))),
    listed: (await openList(ctx.store.read, ctx)).length,
  }
}

const isMyTurn = ({ request, ask }: MyTurn) => request.state === 'open' && isHeld(ask)

const isLately = ({ now }: MemberCtx, { ask }: MyTurn) => now - (ask.askedAt ?? 0) < LATELY_MS

async function listed(ctx: MemberCtx): Promise<ToMe[]> {
  const { read } = ctx.store
  const ids = await openList(read, ctx)
  const rows = await read.select().from(mentoringRequests).where(inArray(mentoringRequests.id, ids))
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map((request) => ({ request, ask: null })))
}
