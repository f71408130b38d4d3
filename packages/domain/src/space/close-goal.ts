import { eq, goalSteps, goals } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { nextStep, openGoal } from './goals.ts'
import type { CloseGoal } from './input.ts'
import { note, writing } from './write.ts'

/** Either of a pair says that a goal is reached, or lets it go; its open step goes with it. */
export const closeGoal = (ctx: MemberCtx, { mentorshipId, goalId, as }: CloseGoal): Promise<{ as: string }> =>
  ctx.store.tx(async (tx) => {
    const at = await writing(tx, ctx, mentorshipId)
    const goal = await openGoal(tx, at.pair, goalId)
    const column = as === 'done' ? 'doneAt' : 'droppedAt'
    const step = await nextStep(tx, goal.id)
    if (step)
      await tx
        .update(goalSteps)
        .set({ [column]: ctx.now })
        .where(eq(goalSteps.id, step.id))
    await tx
      .update(goals)
      .set({ [column]: ctx.now })
      .where(eq(goals.id, goal.id))
    await note(tx, ctx, at, `goal.${as}`, { goal: goal.id })
    return { as }
  })
