import { eq, inArray, mentoringAsks, mentoringRequests, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { closedLetter } from './emails.ts'
import { type AskRow, asksOf, isHeld, type RequestRow } from './rows.ts'
import { tellMentor } from './telling.ts'

/** Ends a request without a mentor: taken back, or, after its rounds on the open list, unanswered. */
export async function close(tx: Tx, ctx: Ctx, request: RequestRow, state: 'withdrawn' | 'unanswered') {
  await tx
    .update(mentoringRequests)
    .set({ state, closedAt: ctx.now, listDueOn: null })
    .where(eq(mentoringRequests.id, request.id))
  await closeTurns(tx, ctx, request, state)
  const refs = { request: request.id }
  await record(tx, ctx, { type: 'request.closed', personId: request.askerId, refs, after: { state } })
}

/** Ends every turn that is not over; mentors who were asked and have not said no hear so, with thanks. */
export async function closeTurns(
  tx: Tx,
  ctx: Ctx,
  request: RequestRow,
  because: 'found' | 'withdrawn' | 'unanswered',
) {
  const open = (await asksOf(tx, request.id)).filter(isOpen)
  const ids = open.map(({ id }) => id)
  await tx.update(mentoringAsks).set({ state: 'closed' }).where(inArray(mentoringAsks.id, ids))
  for (const ask of open) await thank(tx, ctx, request, ask, because)
}

const isOpen = ({ state }: AskRow) => ['next', 'asked', 'question', 'passed'].includes(state)

/** Whose turn it is gets a letter; whose turn is over, a notice alone, and only when somebody else said yes. */
async function thank(tx: Tx, ctx: Ctx, request: RequestRow, ask: AskRow, because: string) {
  const isFound = because === 'found'
  if (ask.state === 'next' || because === 'unanswered') return
  const kind = isFound ? 'request.found' : 'request.withdrawn'
  if (isHeld(ask))
    await tellMentor(tx, ctx, request, ask.mentorId, {
      ...{ kind, letter: (name: string) => closedLetter(ctx, { name, isFound }) },
    })
  else if (isFound) await tellMentor(tx, ctx, request, ask.mentorId, { kind })
}
