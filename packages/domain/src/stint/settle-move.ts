import { eq, moves, type Tx } from '@wirearchy/db'
import { type Day, type MemberCtx, Problem } from '@wirearchy/domain'
import { checkNear } from './days.ts'
import type { SettleMove } from './input.ts'
import { myMove, saidOf } from './my-move.ts'
import { reconcile } from './reconcile.ts'
import { type ClaimRow, say, withdraw } from './say.ts'
import { takeTurn } from './take-turn.ts'
import { tellSettled } from './tell-reported.ts'

/**
 * The person says which days are right when schools say different ones. Their word settles it; both schools' words
 * stay on record, and each school is told of its own side alone.
 * @throws Problem bad_input beside a day that cannot be
 */
export const settleMove = (ctx: MemberCtx, input: SettleMove): Promise<{ moveId: string; state: string }> =>
  ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx.viewer)
    const move = await myMove(tx, ctx, input.moveId)
    const said = await saidOf(tx, move)
    const [ended, began] = [
      said.filter(({ says }) => says === 'ended'),
      said.filter(({ says }) => says === 'began'),
    ]
    const days = checked(ctx, input, ended.length > 0, began.length > 0)
    await takeOver(tx, ctx, ended, days.leaveOn, false)
    await takeOver(tx, ctx, began, days.startOn, input.besides)
    await reconcile(tx, ctx, ctx.viewer, 'settled')
    const [settled] = await tx.select().from(moves).where(eq(moves.id, move.id))
    await tellSettled(tx, ctx, move.id)
    return { moveId: move.id, state: settled?.state ?? move.state }
  })

function checked(
  { today }: MemberCtx,
  { leaveOn, startOn, besides }: SettleMove,
  hasEnd: boolean,
  hasStart: boolean,
) {
  if (hasEnd && !leaveOn) throw new Problem('bad_input', 'Enter your last day there.', { field: 'leaveOn' })
  if (hasStart && !startOn)
    throw new Problem('bad_input', 'Enter your first day there.', { field: 'startOn' })
  if (leaveOn) checkNear(today, leaveOn, 'leaveOn')
  if (startOn) checkNear(today, startOn, 'startOn')
  if (leaveOn && startOn && startOn <= leaveOn && !besides)
    throw new Problem(
      'bad_input',
      'You start there before you have left. Change a day, or tick that the two overlap.',
      {
        field: 'startOn',
      },
    )
  return { leaveOn, startOn }
}

/** The person's word about one side takes the place of their earlier one. */
async function takeOver(tx: Tx, ctx: MemberCtx, claims: ClaimRow[], day: Day | undefined, besides: boolean) {
  const [about] = claims
  if (!about || !day) return
  for (const own of claims.filter(({ byAs }) => byAs === 'self')) await withdraw(tx, ctx, own)
  const { personId, schoolId, kind, says, stintId, moveId } = about
  const [role, pattern] = [claims.find((one) => one.role)?.role, claims.find((one) => one.pattern)?.pattern]
  await say(tx, ctx, {
    personId,
    schoolId,
    kind,
    says,
    stintId,
    moveId,
    day,
    byAs: 'self',
    besides,
    role,
    pattern,
  })
}
