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

/** Leaves an open move to the schools that spoke of it; closes one that nobody speaks of any more. */
export async function leaveToSchools(tx: Tx, ctx: Ctx, move: MoveRow) {
  const schools = (await saidOf(tx, move)).filter(({ byAs }) => byAs !== 'self')
  const joining = schools.find(({ says }) => says === 'began')
  const change = joining
    ? { destination: 'school' as const, toSchoolId: joining.schoolId }
    : { destination: 'undecided' as const, toSchoolId: null }
  if (schools.length > 0)
    await tx
      .update(moves)
      .set({ ...change, undoUntil: null, telling: {} })
      .where(eq(moves.id, move.id))
  else
    await tx
      .update(moves)
      .set({ state: 'cancelled', undoUntil: null, closedAt: ctx.now })
      .where(eq(moves.id, move.id))
}
