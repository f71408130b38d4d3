import { eq, moveClaims, type Tx } from '@wirearchy/db'
import { type Ctx, type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { liveStints, type StintRow } from './adopt.ts'
import type { ClaimRef } from './input.ts'
import { reconcile } from './reconcile.ts'
import { type ClaimRow, claimsOf } from './say.ts'
import { takeTurn } from './take-turn.ts'
import { tellObjected } from './tell-reported.ts'
import { wouldLoseTheirWayIn } from './way-in.ts'

/**
 * "That is right": a school's word counts from now on.
 * @throws Problem not_found for a word about somebody else · conflict when only the person can say which school ends,
 * or a personal address has to come first
 */
export const acceptClaim = (ctx: MemberCtx, { claimId }: ClaimRef): Promise<{ claimId: string }> =>
  ctx.store.tx(async (tx) => {
    const claim = await aboutMe(tx, ctx, claimId)
    if (claim.acceptedAt !== null) return { claimId }
    if (await locksOut(tx, claim))
      throw new Problem(
        'conflict',
        'Your only address here belongs to that school and stops when you leave. Add a personal address first.',
        {
          field: 'personalAddress',
        },
      )
    const standing = await accept(tx, ctx, claim)
    if (claim.says === 'began' && !standing.some(({ stay }) => stay.words.includes(claimId)))
      throw new Problem(
        'conflict',
        'You are at more than one school. Tell us yourself which of them you leave.',
        { field: 'leaving' },
      )
    return { claimId }
  })

/** "That is not right": a school's word no longer stands, and the school is told so. */
export const objectToClaim = (ctx: MemberCtx, { claimId }: ClaimRef): Promise<{ claimId: string }> =>
  ctx.store.tx(async (tx) => {
    const claim = await aboutMe(tx, ctx, claimId)
    if (claim.objectedAt !== null) return { claimId }
    await tx.update(moveClaims).set({ objectedAt: ctx.now }).where(eq(moveClaims.id, claimId))
    const refs = { claim: claimId }
    await record(tx, ctx, {
      type: 'claim.objected',
      personId: claim.personId,
      schoolId: claim.schoolId,
      refs,
    })
    await reconcile(tx, ctx, claim.personId, 'objected')
    await tellObjected(tx, ctx, claim)
    return { claimId }
  })

/** Lets a school's word count, in the caller's transaction; the caller has taken the person's turn. */
export async function accept(tx: Tx, ctx: Ctx, claim: ClaimRow) {
  await tx.update(moveClaims).set({ acceptedAt: ctx.now }).where(eq(moveClaims.id, claim.id))
  const refs = { claim: claim.id }
  await record(tx, ctx, { type: 'claim.accepted', personId: claim.personId, schoolId: claim.schoolId, refs })
  return reconcile(tx, ctx, claim.personId, 'said_otherwise')
}

/** True when this word would end the stay that the person's only address belongs to. */
export async function locksOut(tx: Tx, { says, personId, stintId, schoolId }: ClaimRow) {
  const isEnding = (stint: StintRow) =>
    says === 'ended' ? stint.id === stintId : stint.finishedOn === null && stint.schoolId !== schoolId
  const ending = (await liveStints(tx, personId)).filter(isEnding)
  return wouldLoseTheirWayIn(tx, personId, ending)
}

async function aboutMe(tx: Tx, ctx: MemberCtx, claimId: string): Promise<ClaimRow> {
  await takeTurn(tx, ctx.viewer)
  const claim = (await claimsOf(tx, ctx.viewer)).find(({ id }) => id === claimId)
  const isSchools = claim?.byAs === 'old_school' || claim?.byAs === 'new_school'
  if (!claim || !isSchools || claim.withdrawnAt !== null) throw Problem.notFound()
  return claim
}
