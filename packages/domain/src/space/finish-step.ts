import { eq, goalSteps, goals } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import type { FinishStep } from './input.ts'
import { note, writing } from './write.ts'

/** Either of a pair says that a step is done. Saying it twice changes nothing. */
export const finishStep = (
  ctx: MemberCtx,
  { mentorshipId, stepId }: FinishStep,
): Promise<{ stepId: string }> =>
  ctx.store.tx(async (tx) => {
    const at = await writing(tx, ctx, mentorshipId)
    const [found] = await tx
      .select({ goal: goals, step: goalSteps })
      .from(goalSteps)
      .innerJoin(goals, eq(goals.id, goalSteps.goalId))
      .where(eq(goalSteps.id, stepId))
    if (!found || !at.pair.chapterIds.includes(found.goal.mentorshipId)) throw Problem.notFound()
    const { step, goal } = found
    if (step.droppedAt !== null)
      throw new Problem('conflict', 'This step was let go by now. Look at the goal again.')
    if (step.doneAt !== null) return { stepId }
    await tx.update(goalSteps).set({ doneAt: ctx.now }).where(eq(goalSteps.id, stepId))
    await note(tx, ctx, at, 'step.done', { goal: goal.id, step: stepId })
    return { stepId }
  })
