import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { unannounce } from './announce.ts'
import type { MoveRef } from './input.ts'
import { leaveToSchools, myMove, takeBackOwn } from './my-move.ts'
import { reconcile } from './reconcile.ts'
import { takeTurn } from './take-turn.ts'

/**
 * Undoes one's own move within a day of telling it: everything is as it was, and the move stays in the ledger.
 * @throws Problem not_found for another's move · gone when the day is over
 */
export const undoMove = (ctx: MemberCtx, { moveId }: MoveRef): Promise<{ moveId: string }> =>
  ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx.viewer)
    const move = await myMove(tx, ctx, moveId)
    if (move.closedAt !== null) return { moveId }
    if (move.undoUntil === null || move.undoUntil < ctx.now)
      throw new Problem('gone', 'A move can be undone for 24 hours. Correct the days in your story instead.')
    await takeBackOwn(tx, ctx, move)
    await leaveToSchools(tx, ctx, move)
    await unannounce(tx, move)
    const refs = { move: moveId }
    await record(tx, ctx, { type: 'move.undone', personId: ctx.viewer, schoolId: move.toSchoolId, refs })
    await reconcile(tx, ctx, ctx.viewer, 'move_undone')
    return { moveId }
  })
