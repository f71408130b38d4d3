import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { unannounce } from './announce.ts'
import type { MoveRef } from './input.ts'
import { leaveTo, myMove, saidOf, takeBackOwn } from './my-move.ts'
import { reconcile } from './reconcile.ts'
import { takeTurn } from './take-turn.ts'

const DAY_MS = 86_400_000

/**
 * Undoes what one last told of a move, within a day: everything is as it was before, and the move stays in the ledger.
 * @throws Problem not_found for another's move · gone when the day is over
 */
export const undoMove = (ctx: MemberCtx, { moveId }: MoveRef): Promise<{ moveId: string }> =>
  ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx.viewer)
    const move = await myMove(tx, ctx, moveId)
    if (move.closedAt !== null) return { moveId }
    const { undoUntil } = move
    if (undoUntil === null || undoUntil < ctx.now)
      throw new Problem('gone', 'A move can be undone for 24 hours. Correct the days in your story instead.')
    await takeBackOwn(tx, ctx, move, ({ createdAt }) => createdAt >= undoUntil - DAY_MS)
    await leaveTo(tx, ctx, move, await saidOf(tx, move))
    await unannounce(tx, move)
    const refs = { move: moveId }
    await record(tx, ctx, { type: 'move.undone', personId: ctx.viewer, schoolId: move.toSchoolId, refs })
    await reconcile(tx, ctx, ctx.viewer, 'move_undone')
    return { moveId }
  })
