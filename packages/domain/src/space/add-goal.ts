import { goals } from '@wirearchy/db'
import { type MemberCtx, newId } from '@wirearchy/domain'
import type { AddGoal } from './input.ts'
import { note, writing } from './write.ts'

/** Either of a pair adds something to work towards. */
export const addGoal = (ctx: MemberCtx, { mentorshipId, text }: AddGoal): Promise<{ goalId: string }> =>
  ctx.store.tx(async (tx) => {
    const at = await writing(tx, ctx, mentorshipId)
    const id = newId(ctx.now)
    const row = { id, mentorshipId: at.chapter.id, by: at.pair.side, text, createdAt: ctx.now }
    await tx.insert(goals).values(row)
    await note(tx, ctx, at, 'goal.added', { goal: id })
    return { goalId: id }
  })
