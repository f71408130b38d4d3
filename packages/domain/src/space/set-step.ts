import { eq, goalSteps, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { nextStep, openGoal } from './goals.ts'
import type { SetStep } from './input.ts'
import { hint, note, writing } from './write.ts'

/**
 * Either of a pair names the one next small step of a goal, and whose it is. A goal has one: the step so far is done or
 * let go by it, and they say which.
 * @throws Problem bad_input when there is a step and nothing is said of it
 */
export const setStep = (ctx: MemberCtx, input: SetStep): Promise<{ stepId: string }> =>
  ctx.store.tx(async (tx) => {
    const at = await writing(tx, ctx, input.mentorshipId)
    const goal = await openGoal(tx, at.pair, input.goalId)
    await closeOpen(tx, ctx, goal.id, input.before)
    const { text, whose } = input
    const id = newId(ctx.now)
    await tx.insert(goalSteps).values({ id, goalId: goal.id, whose, text, createdAt: ctx.now })
    await note(tx, ctx, at, 'step.set', { goal: goal.id, step: id })
    if (whose === at.pair.otherSide) await hint(tx, ctx, at, 'step.given')
    return { stepId: id }
  })

async function closeOpen(tx: Tx, ctx: MemberCtx, goalId: string, as: SetStep['before']) {
  const open = await nextStep(tx, goalId)
  if (!open) return
  if (!as)
    throw new Problem('bad_input', 'Say what became of the step so far: done, or let go.', {
      field: 'before',
    })
  const closed = as === 'done' ? { doneAt: ctx.now } : { droppedAt: ctx.now }
  await tx.update(goalSteps).set(closed).where(eq(goalSteps.id, open.id))
}
