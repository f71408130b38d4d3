import { eq, moves, stints, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { adopt } from './adopt.ts'
import { announce } from './announce.ts'
import { joinMove, type MoveAbout, moveSpokenOf, openMove } from './attach.ts'
import type { Move } from './input.ts'
import { keepAWayIn } from './keep-a-way-in.ts'
import { outsideUk, placeOf } from './place.ts'
import { type Plan, planMove } from './plan-move.ts'
import { reconcile, type Standing } from './reconcile.ts'
import type { MoveRow } from './refresh-moves.ts'
import { say } from './say.ts'
import { takeTurn } from './take-turn.ts'
import { audienceOf, setTwoHops } from './telling.ts'
import { toldAlready } from './told-already.ts'

const DAY_MS = 86_400_000

/**
 * "I'm moving": the person leaves one or more stays and may begin another, as one act. Only stays change, and what
 * hangs on them; no tie of any other context is touched. It can be undone for a day.
 * @returns the move's id and state
 * @throws Problem beside the field to change: which school, a day, or a personal address to add first
 */
export async function move(ctx: MemberCtx, input: Move): Promise<{ moveId: string; state: string }> {
  const named =
    input.destination === 'school' || input.destination === 'abroad' ? await placeOf(ctx, input) : null
  if (input.destination === 'school' && !named)
    throw new Problem('bad_input', 'Choose the school from the list, or write its name.', {
      field: 'school',
    })
  return ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx.viewer)
    return moveIn(tx, ctx, input, named)
  })
}

async function moveIn(tx: Tx, ctx: MemberCtx, input: Move, named: string | null) {
  await adopt(tx, ctx, ctx.viewer)
  const schoolId =
    named ?? (input.destination === 'abroad' && input.startOn ? await outsideUk(tx, ctx) : null)
  const told = await toldAlready(tx, ctx, input, schoolId)
  if (told) return { moveId: told.id, state: told.state }
  const plan = await planMove(tx, ctx, input, schoolId)
  await keepAWayIn(tx, ctx, plan)
  const moved = await theMove(tx, ctx, input, plan)
  await speak(tx, ctx, input, plan, moved.id)
  const standing = await reconcile(tx, ctx, ctx.viewer, 'said_otherwise')
  await setAudience(tx, input, standing, moved.id)
  await setTwoHops(tx, ctx, input.twoHops)
  return finish(tx, ctx, input, moved)
}

async function theMove(tx: Tx, ctx: MemberCtx, { destination }: Move, plan: Plan): Promise<MoveRow> {
  const { leaveOn, startOn, schoolId: toSchoolId } = plan
  const fromStintId = plan.leaving[0]?.id ?? null
  const about: MoveAbout = {
    personId: ctx.viewer,
    fromStintId,
    toSchoolId,
    leaveOn,
    startOn,
    destination,
    reportedAs: 'self',
  }
  const open = await moveSpokenOf(tx, about)
  return open ? joinMove(tx, open, about) : openMove(tx, ctx, about)
}

async function speak(
  tx: Tx,
  ctx: MemberCtx,
  { kind, role, pattern, besides }: Move,
  plan: Plan,
  moveId: string,
) {
  const shared = { personId: ctx.viewer, byAs: 'self' as const, moveId }
  for (const { id, schoolId, kind } of plan.leaving)
    await say(tx, ctx, {
      ...shared,
      schoolId,
      kind,
      stintId: id,
      says: 'ended',
      day: plan.leaveOn ?? ctx.today,
    })
  if (plan.schoolId && plan.startOn)
    await say(tx, ctx, {
      ...{ ...shared, kind, role, pattern, schoolId: plan.schoolId, says: 'began', day: plan.startOn },
      besides: besides || plan.staying.length > 0,
    })
}

async function setAudience(tx: Tx, { telling }: Move, standing: Standing[], moveId: string) {
  const to = standing.find(({ stay }) => stay.moveId === moveId)
  if (to)
    await tx
      .update(stints)
      .set({ audience: audienceOf(telling) })
      .where(eq(stints.id, to.row.id))
}

async function finish(tx: Tx, ctx: MemberCtx, { telling }: Move, { id }: MoveRow) {
  const change = { telling: { ...telling }, undoUntil: ctx.now + DAY_MS }
  const [moved] = await tx.update(moves).set(change).where(eq(moves.id, id)).returning()
  if (!moved) throw new Error('A move was lost.')
  await announce(tx, ctx, moved)
  return { moveId: id, state: moved.state }
}
