import { and, eq, mentoringAsks, mentoringRequests, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { mustHavePlace, startChapter } from '@wirearchy/domain/mentoring'
import { closeTurns } from './close.ts'
import { comeFromList } from './come-from-list.ts'
import { yesLetter } from './emails-to-askers.ts'
import type { RequestId } from './input.ts'
import { tellAsker } from './telling.ts'
import { mustBeOpen, requestToMe, type ToMe } from './to-me.ts'
import { isTooNear, letGo, TooNear } from './too-near.ts'

/**
 * The viewer says yes: their place is taken, the two become mentor and new teacher, and everybody else who was asked is
 * thanked, in one transaction. The first yes wins; the same yes twice is one. A mentor who stands too near by now has no
 * yes to give, and the request goes to the next in line.
 * @throws Problem gone when somebody else was first, it is over or has moved on · conflict when every place is taken
 */
export const accept = (ctx: MemberCtx, at: RequestId) =>
  ctx.store
    .tx((tx) => acceptIn(tx, ctx, at))
    .catch(async (fault) => {
      if (fault instanceof TooNear) await ctx.store.tx((tx) => letGo(tx, ctx, at.requestId), 'aside')
      throw fault
    })

async function acceptIn(tx: Tx, ctx: MemberCtx, { requestId }: RequestId) {
  const { request, ask } = await requestToMe(tx, ctx, requestId)
  if (ask?.state === 'accepted') return { requestId, mentorshipId: request.mentorshipId as string }
  await mustBeOpen(tx, request)
  if (await isTooNear(tx, ctx, request, ctx.viewer)) throw new TooNear()
  await mustHavePlace(tx, ctx, ctx.viewer, request.unit)
  const [mentorId, menteeId] = [ctx.viewer, request.askerId]
  const mentorshipId = await startChapter(tx, ctx, {
    ...{ mentorId, menteeId, unit: request.unit, startedOn: ctx.today },
    ...{ requestId, arrangedById: mentorId },
  })
  await sayYes(tx, ctx, { request, ask }, mentorshipId)
  await closeTurns(tx, ctx, request, 'found')
  await tellAsker(tx, ctx, request, {
    ...{ kind: 'request.accepted', about: mentorId },
    letter: (name) => yesLetter(ctx, { name, mentorshipId }),
  })
  return { requestId, mentorshipId }
}

/** One request has one yes: whoever comes second finds it closed. */
async function sayYes(tx: Tx, ctx: MemberCtx, { request, ask }: ToMe, mentorshipId: string) {
  const won = await tx
    .update(mentoringRequests)
    .set({ state: 'accepted', mentorshipId, closedAt: ctx.now, listDueOn: null })
    .where(and(eq(mentoringRequests.id, request.id), eq(mentoringRequests.state, 'open')))
    .returning({ id: mentoringRequests.id })
  if (won.length === 0)
    throw new Problem('gone', 'Somebody else said yes first. Thank you for being there to ask.')
  const askId = ask?.id ?? (await comeFromList(tx, ctx, request))
  await tx
    .update(mentoringAsks)
    .set({ state: 'accepted', answeredAt: ctx.now })
    .where(eq(mentoringAsks.id, askId))
  const refs = { request: request.id, ask: askId, mentorship: mentorshipId, mentor: ctx.viewer }
  await record(tx, ctx, { type: 'request.accepted', personId: request.askerId, refs })
}
