import { type Ctx, type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { unannounce } from './announce.ts'
import type { MoveRef } from './input.ts'
import { leaveTo, myMove, saidOf, takeBackOwn } from './my-move.ts'
import { reconcile } from './reconcile.ts'
import type { MoveRow } from './refresh-moves.ts'
import type { ClaimRow } from './say.ts'
import { takeTurn } from './take-turn.ts'

/**
 * Calls off a move that has not happened yet. The new stay is void, with what was planned there; the old one is open
 * again unless its last day is already behind us. The cancelled move stays in the ledger.
 * @throws Problem not_found for another's move · conflict when it has begun
 */
export const cancelMove = (ctx: MemberCtx, { moveId }: MoveRef): Promise<{ moveId: string }> =>
  ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx.viewer)
    const move = await myMove(tx, ctx, moveId)
    if (move.closedAt !== null) return { moveId }
    if (!isToCome(ctx, move))
      throw new Problem('conflict', 'This move has happened already. Correct the days in your story instead.')
    await takeBackOwn(tx, ctx, move, ({ says, day }: ClaimRow) => says === 'began' || day >= ctx.today)
    const schools = (await saidOf(tx, move)).filter(({ byAs }) => byAs !== 'self')
    await leaveTo(tx, ctx, move, schools)
    await unannounce(tx, move)
    const refs = { move: moveId }
    await record(tx, ctx, { type: 'move.cancelled', personId: ctx.viewer, schoolId: move.toSchoolId, refs })
    await reconcile(tx, ctx, ctx.viewer, 'move_cancelled')
    return { moveId }
  })

/** True of a move whose start, or whose leaving when nothing starts, lies ahead. */
export const isToCome = ({ today }: Ctx, { startOn, leaveOn, undoUntil, closedAt }: MoveRow) =>
  closedAt === null && undoUntil !== null && (startOn ?? leaveOn ?? today) > today
