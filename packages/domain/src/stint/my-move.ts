import { and, eq, moves, type Tx } from '@wirearchy/db'
import { type Ctx, type MemberCtx, Problem } from '@wirearchy/domain'
import type { MoveRow } from './refresh-moves.ts'
import { type ClaimRow, claimsOf, withdraw } from './say.ts'
import { stands } from './word.ts'

/** @throws Problem not_found for a move that is not one's own */
export async function myMove(tx: Pick<Tx, 'select'>, ctx: MemberCtx, moveId: string): Promise<MoveRow> {
  const [move] = await tx
    .select()
    .from(moves)
    .where(and(eq(moves.id, moveId), eq(moves.personId, ctx.viewer)))
  if (!move) throw Problem.notFound()
  return move
}

/** What stands about a move. */
export const saidOf = async (tx: Pick<Tx, 'select'>, { id, personId }: MoveRow): Promise<ClaimRow[]> =>
  (await claimsOf(tx, personId)).filter((claim) => claim.moveId === id && stands(claim))

/** The mover takes back their own words about a move; what schools said of it goes on standing. */
export async function takeBackOwn(
  tx: Tx,
  ctx: Ctx,
  move: MoveRow,
  which: (claim: ClaimRow) => boolean = () => true,
) {
  const own = (await saidOf(tx, move)).filter((claim) => claim.byAs === 'self' && which(claim))
  for (const claim of own) await withdraw(tx, ctx, claim)
}

/** Leaves an open move to what else is said of it; closes one that nobody speaks of any more. */
export async function leaveTo(tx: Tx, ctx: Ctx, move: MoveRow, remaining: ClaimRow[]) {
  const joining = remaining.find(({ says }) => says === 'began')
  const isMine = remaining.some(({ byAs }) => byAs === 'self')
  const change =
    remaining.length === 0
      ? { state: 'cancelled' as const, closedAt: ctx.now }
      : {
          destination: joining ? ('school' as const) : ('undecided' as const),
          toSchoolId: joining?.schoolId ?? null,
        }
  await tx
    .update(moves)
    .set({ ...change, undoUntil: isMine ? ctx.now - 1 : null })
    .where(eq(moves.id, move.id))
}
