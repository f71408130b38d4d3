import { and, eq, isNull, stintRoles, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { refuseTwice } from './add-stint.ts'
import { adopt, liveStints, type StintRow } from './adopt.ts'
import { checkDays } from './days.ts'
import type { CorrectStint, RemoveStint } from './input.ts'
import { reconcile } from './reconcile.ts'
import { claimsOf, say, withdraw } from './say.ts'
import { takeTurn } from './take-turn.ts'
import { stands } from './word.ts'

/**
 * Puts a line of one's own career right. What was said before is taken back and kept; a stay whose first day or kind
 * was wrong is void and a right one takes its place, with what it held.
 * @throws Problem not_found for a stay that is not one's own · bad_input or conflict for the days
 */
export const correctStint = (ctx: MemberCtx, input: CorrectStint): Promise<{ stintId: string }> => {
  checkDays(ctx, input.startedOn, input.finishedOn)
  return ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx.viewer)
    const stint = await myStint(tx, ctx, input.stintId)
    const { startedOn, finishedOn, role, pattern, kind = stint.kind } = input
    await refuseTwice(tx, ctx.viewer, { ...input, kind, schoolId: stint.schoolId, except: stint.id })
    const { moveId, besides } = await takeBack(tx, ctx, stint)
    const shared = { personId: ctx.viewer, schoolId: stint.schoolId, kind, byAs: 'self' as const, moveId }
    const began = await say(tx, ctx, {
      ...shared,
      says: 'began',
      day: startedOn,
      role,
      pattern,
      besides,
    })
    if (finishedOn && !endsWithSchool(stint, finishedOn))
      await say(tx, ctx, { ...shared, says: 'ended', day: finishedOn })
    const standing = await reconcile(tx, ctx, ctx.viewer, 'corrected')
    const right = standing.find(({ stay }) => stay.words.includes(began))
    if (!right)
      throw new Problem('conflict', 'These days do not go together with the rest of your story. Check them.')
    if (role) await correctRole(tx, ctx, right.row, role)
    return { stintId: right.row.id }
  })
}

/** Takes a line out of one's career that should never have been there. The row stays, void, with its reason. */
export const removeStint = (ctx: MemberCtx, { stintId }: RemoveStint): Promise<{ stintId: string }> =>
  ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx.viewer)
    const stint = await myStint(tx, ctx, stintId)
    await takeBack(tx, ctx, stint)
    await reconcile(tx, ctx, ctx.viewer, 'entered_by_mistake')
    return { stintId }
  })

/** A last day that came with a change of the school, left as it is, is not a leaving: the stay may go on elsewhere. */
const endsWithSchool = (stint: StintRow, finishedOn: string) =>
  stint.finishedOn === finishedOn && (stint.endReason?.startsWith('school_') ?? false)

async function myStint(tx: Tx, ctx: MemberCtx, stintId: string): Promise<StintRow> {
  await adopt(tx, ctx, ctx.viewer)
  const stint = (await liveStints(tx, ctx.viewer)).find(({ id }) => id === stintId)
  if (!stint) throw Problem.notFound()
  return stint
}

/** Everything said of a stay no longer counts, whoever said it: its owner’s word is the last. */
async function takeBack(tx: Tx, ctx: MemberCtx, stint: StintRow) {
  const said = (await claimsOf(tx, ctx.viewer)).filter((claim) => claim.stintId === stint.id && stands(claim))
  for (const claim of said) await withdraw(tx, ctx, claim)
  const began = said.filter(({ says }) => says === 'began')
  return {
    moveId: began.find(({ moveId }) => moveId !== null)?.moveId ?? null,
    besides: began.every(({ besides }) => besides),
  }
}

/** The role that ran to the end of the stay was this one all along. */
async function correctRole(tx: Tx, ctx: MemberCtx, stint: StintRow, role: NonNullable<CorrectStint['role']>) {
  const held = await tx
    .select()
    .from(stintRoles)
    .where(and(eq(stintRoles.stintId, stint.id), isNull(stintRoles.voidedAt)))
  const last = held.find(({ finishedOn }) => finishedOn === stint.finishedOn)
  if (last?.role === role) return
  if (last) await tx.update(stintRoles).set({ voidedAt: ctx.now }).where(eq(stintRoles.id, last.id))
  const id = newId(ctx.now)
  const days = { startedOn: last?.startedOn ?? stint.startedOn, finishedOn: stint.finishedOn }
  await tx.insert(stintRoles).values({ id, stintId: stint.id, role, ...days })
  const refs = { role: id, stint: stint.id }
  await record(tx, ctx, {
    type: 'role.corrected',
    personId: stint.personId,
    schoolId: stint.schoolId,
    refs,
    after: { role },
  })
}
