import { and, desc, eq, isNotNull, mentoringAsks } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { deadlineFor } from './look.ts'
import { openList } from './open-list.ts'
import { type AskRow, isHeld, requestRow } from './rows.ts'
import { isOut, type ToMe } from './to-me.ts'
import { aboutIt, askerAs } from './who.ts'

const MOST = 100
const LATELY_MS = 30 * 86_400_000

/**
 * Requests to the viewer as a mentor: whose turn it is (theirs, or the asker's after a question), what may still have
 * their yes, what stands on the open list and fits their offer, and what is over since a month.
 */
export async function requestsToMe(ctx: MemberCtx) {
  const mine = await myTurns(ctx)
  const isOpen = ({ request }: ToMe) => request.state === 'open'
  const held = mine.filter((one) => isOpen(one) && one.ask && isHeld(one.ask))
  const still = mine.filter((one) => isOpen(one) && one.ask?.state === 'passed')
  const over = mine.filter((one) => !held.includes(one) && !still.includes(one) && isLately(ctx, one.ask))
  return {
    toAnswer: await Promise.all(held.map((one) => lineOf(ctx, one))),
    still: await Promise.all(still.map((one) => lineOf(ctx, one))),
    onTheList: await Promise.all((await listed(ctx)).map((one) => lineOf(ctx, one))),
    over: await Promise.all(over.map((one) => lineOf(ctx, one))),
  }
}

const isLately = ({ now }: MemberCtx, ask: AskRow | null) => now - (ask?.askedAt ?? 0) < LATELY_MS

async function myTurns(ctx: MemberCtx): Promise<ToMe[]> {
  const { read } = ctx.store
  const rows = await read
    .select()
    .from(mentoringAsks)
    .where(and(eq(mentoringAsks.mentorId, ctx.viewer), isNotNull(mentoringAsks.askedAt)))
    .orderBy(desc(mentoringAsks.askedAt), desc(mentoringAsks.id))
    .limit(MOST)
  const found: ToMe[] = []
  for (const ask of rows) {
    const request = await requestRow(read, ask.requestId)
    if (request && !(await isOut(read, ctx, request))) found.push({ request, ask })
  }
  return found
}

async function listed(ctx: MemberCtx): Promise<ToMe[]> {
  const { read } = ctx.store
  const ids = await openList(read, ctx)
  const requests = await Promise.all(ids.map((id) => requestRow(read, id)))
  return requests.flatMap((request) => (request ? { request, ask: null } : []))
}

async function lineOf(ctx: MemberCtx, one: ToMe) {
  const { request, ask } = one
  const waitsFor = ask?.state === 'question' ? request.askerId : ctx.viewer
  const deadline =
    ask && isHeld(ask) && ask.dueOn ? await deadlineFor(ctx.store.read, ctx, ask.dueOn, waitsFor) : null
  return {
    ...aboutIt(request),
    ...(await askerAs(ctx, one)),
    ...{ state: ask?.state ?? ('listed' as const), deadline },
    mentorshipId: ask?.state === 'accepted' ? request.mentorshipId : null,
  }
}
