import { eq, mentoringAsks, mentoringWords } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { startClock } from './clock.ts'
import { answerLetter } from './emails.ts'
import type { AnswerMentor } from './input.ts'
import { mineAndOpen } from './own.ts'
import { holderOf } from './rows.ts'
import { tellMentor } from './telling.ts'

/**
 * The viewer answers what a mentor asked first; the mentor has five school days again.
 * @throws Problem conflict when no question waits
 */
export const answerMentor = (ctx: MemberCtx, { requestId, answer }: AnswerMentor) =>
  ctx.store.tx(async (tx) => {
    const request = await mineAndOpen(tx, ctx, requestId)
    const ask = await holderOf(tx, requestId)
    if (ask?.state !== 'question')
      throw new Problem('conflict', 'No question waits for you now. See below who has your request.')
    await tx
      .insert(mentoringWords)
      .values({ id: newId(ctx.now), askId: ask.id, by: 'mentee', text: answer, createdAt: ctx.now })
    const clock = await startClock(tx, ctx, requestId, ask.mentorId)
    await tx
      .update(mentoringAsks)
      .set({ state: 'asked', ...clock })
      .where(eq(mentoringAsks.id, ask.id))
    const refs = { request: requestId, ask: ask.id }
    await record(tx, ctx, { type: 'request.answered', personId: ctx.viewer, refs })
    await tellMentor(tx, ctx, request, ask.mentorId, {
      kind: 'request.answer',
      letter: (name) => answerLetter(ctx, { name, requestId, dueOn: clock.dueOn }),
    })
    return { requestId }
  })
