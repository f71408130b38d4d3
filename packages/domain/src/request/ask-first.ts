import { and, eq, mentoringAsks, mentoringWords, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { startClock } from './clock.ts'
import { comeFromList } from './come-from-list.ts'
import { questionLetter } from './emails-to-askers.ts'
import type { AskFirst } from './input.ts'
import { takeOffList } from './pass-on.ts'
import { holderOf } from './rows.ts'
import { tellAsker } from './telling.ts'
import { mustBeOpen, requestToMe, type ToMe } from './to-me.ts'

/** How often a mentor may ask before they answer. */
export const MOST_QUESTIONS = 2

/**
 * The viewer asks one thing before they answer: their clock stops and the asker's starts. From the open list that makes
 * it their turn.
 * @throws Problem conflict while the last question waits, after two, and while somebody else has the turn
 */
export const askFirst = (ctx: MemberCtx, { requestId, question }: AskFirst) =>
  ctx.store.tx(async (tx) => {
    const found = await requestToMe(tx, ctx, requestId)
    const { request } = found
    await mustBeOpen(tx, request)
    const askId = await myTurn(tx, ctx, found)
    await refuseThird(tx, askId)
    await tx
      .insert(mentoringWords)
      .values({ id: newId(ctx.now), askId, by: 'mentor', text: question, createdAt: ctx.now })
    await takeOffList(tx, request)
    const clock = await startClock(tx, ctx, request.id, request.askerId)
    const turn = { state: 'question' as const, ...clock }
    await tx.update(mentoringAsks).set(turn).where(eq(mentoringAsks.id, askId))
    const refs = { request: request.id, ask: askId }
    await record(tx, ctx, { type: 'request.asked_first', personId: request.askerId, refs })
    await tellAsker(tx, ctx, request, {
      ...{ kind: 'request.question', about: ctx.viewer },
      letter: (name) => questionLetter(ctx, { name, requestId, dueOn: clock.dueOn }),
    })
    return { requestId }
  })

async function myTurn(tx: Tx, ctx: MemberCtx, { request, ask }: ToMe): Promise<string> {
  const holder = await holderOf(tx, request.id)
  if (holder && holder.mentorId !== ctx.viewer)
    throw new Problem('conflict', 'Somebody else has the turn now. You can still say yes until they do.')
  if (holder?.state === 'question')
    throw new Problem('conflict', 'Your question waits for its answer. You hear as soon as it is there.')
  return holder?.id ?? ask?.id ?? comeFromList(tx, ctx, request)
}

async function refuseThird(tx: Tx, askId: string) {
  const asked = and(eq(mentoringWords.askId, askId), eq(mentoringWords.by, 'mentor'))
  if ((await tx.$count(mentoringWords, asked)) >= MOST_QUESTIONS)
    throw new Problem('conflict', 'You have asked two things. Say yes, or that you can’t at the moment.')
}
