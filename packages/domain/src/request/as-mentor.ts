import type { MemberCtx } from '@wirearchy/domain'
import { placesFree } from '@wirearchy/domain/mentoring'
import { MOST_QUESTIONS } from './ask-first.ts'
import type { RequestId } from './input.ts'
import { deadlineFor, wordsOf } from './look.ts'
import { holderOf, isHeld } from './rows.ts'
import { requestToMe, type ToMe } from './to-me.ts'
import { aboutIt, askerAs } from './who.ts'

/**
 * One request as its mentor reads it: the need, who asks, how the two are linked, the deadline, and what they may answer
 * now. The need is shown while it may have the viewer's yes, and to whoever gave it; once it is over it is not.
 * @throws Problem not_found for whom it was never with and whose offer it does not fit
 */
export async function asMentor(ctx: MemberCtx, { requestId }: RequestId) {
  const found = await requestToMe(ctx.store.read, ctx, requestId)
  const { request, ask } = found
  const isMine = ask?.state === 'accepted'
  const isOpen =
    request.state === 'open' && (!ask || ['asked', 'question', 'passed', 'declined'].includes(ask.state))
  return {
    ...aboutIt(request),
    ...(await askerAs(ctx, found)),
    ...{ state: ask?.state ?? ('listed' as const), isOpen },
    need: isOpen || isMine ? request.need : null,
    words: ask && (isOpen || isMine) ? await wordsOf(ctx.store.read, ask.id) : [],
    deadline: await deadlineOfMine(ctx, found),
    placesFree: await placesFree(ctx.store.read, ctx, ctx.viewer, request.unit),
    mayAskFirst: isOpen && (await mayAskFirst(ctx, found)),
    mentorshipId: isMine ? request.mentorshipId : null,
  }
}

export type RequestForMentor = Awaited<ReturnType<typeof asMentor>>

async function deadlineOfMine(ctx: MemberCtx, { request, ask }: ToMe) {
  if (!ask || !isHeld(ask) || !ask.dueOn || request.state !== 'open') return null
  const waitsFor = ask.state === 'question' ? request.askerId : ctx.viewer
  return deadlineFor(ctx.store.read, ctx, ask.dueOn, waitsFor)
}

async function mayAskFirst({ store: { read }, viewer }: MemberCtx, { request, ask }: ToMe) {
  const holder = await holderOf(read, request.id)
  if (holder && (holder.mentorId !== viewer || holder.state === 'question')) return false
  const asked = ask ? (await wordsOf(read, ask.id)).filter(({ by }) => by === 'mentor') : []
  return asked.length < MOST_QUESTIONS
}
