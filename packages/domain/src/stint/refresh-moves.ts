import { and, eq, isNull, moves, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { moveState } from './move-state.ts'
import type { Standing } from './reconcile.ts'
import { claimsOf } from './say.ts'
import { stands, wordOf } from './word.ts'

export type MoveRow = typeof moves.$inferSelect

/** A person's moves that are not closed, oldest first. */
export const openMoves = (tx: Pick<Tx, 'select'>, personId: string): Promise<MoveRow[]> =>
  tx
    .select()
    .from(moves)
    .where(and(eq(moves.personId, personId), isNull(moves.closedAt)))
    .orderBy(moves.createdAt, moves.id)

/** Brings each open move up to what is now said of it: its state, its days, and the stay it led to. */
export async function refreshMoves(tx: Tx, ctx: Ctx, personId: string, standing: Standing[]) {
  const words = (await claimsOf(tx, personId)).filter(stands).map(wordOf)
  for (const move of await openMoves(tx, personId)) {
    const about = words.filter(({ moveId }) => moveId === move.id)
    const now = moveState(about, move.destination, ctx.today)
    const began = about.filter(({ says }) => says === 'began').map(({ id }) => id)
    const to = standing.find(({ stay }) => stay.words.some((id) => began.includes(id)))
    const after = { ...now, toStintId: to?.row.id ?? null }
    const isNews = move.state !== now.state || move.leaveOn !== now.leaveOn || move.startOn !== now.startOn
    if (!isNews && move.toStintId === after.toStintId) continue
    await tx
      .update(moves)
      .set({ ...after, closedAt: now.state === 'cancelled' ? ctx.now : null })
      .where(eq(moves.id, move.id))
    if (isNews) await recordState(tx, ctx, move, now)
  }
}

async function recordState(
  tx: Tx,
  ctx: Ctx,
  { id, personId, state, leaveOn, startOn }: MoveRow,
  after: object,
) {
  const before = { state, leaveOn, startOn }
  await record(tx, ctx, { type: 'move.changed', personId, refs: { move: id }, before, after: { ...after } })
}
