import { eq, stints, type Tx } from '@wirearchy/db'
import { type Ctx, covers, type Day, Problem } from '@wirearchy/domain'
import { adopt, liveStints, type StintRow } from './adopt.ts'
import { reconcile } from './reconcile.ts'
import { claimsOf, say } from './say.ts'
import { takeTurn } from './take-turn.ts'
import { stands } from './word.ts'

/** What a person says of a stay whose school has changed: there still, gone since a day, or at another school now. */
export type Answer =
  | { isStillThere: true }
  | { leftOn: Day; next?: { schoolId: string; startedOn: Day; isNamed: boolean } }

type Answered = Answer & { personId: string; stintId: string; schoolChangeId: string }

/**
 * Keeps a person's answer to a change of their school, as their own word. At a school that the register names as a
 * follower (`isNamed`) the stay goes on: as sure as it was, with its roles, addresses and mentors.
 * @returns the stay they have now; null when they are at none
 * @throws Problem not_found when they have no such stay
 */
export async function answerForStay(tx: Tx, ctx: Ctx, answer: Answered): Promise<{ stintId: string | null }> {
  const { personId, stintId } = answer
  await takeTurn(tx, personId)
  await adopt(tx, ctx, personId)
  const stint = (await liveStints(tx, personId)).find(({ id }) => id === stintId)
  if (!stint) throw Problem.notFound()
  const began =
    'isStillThere' in answer ? await sayStill(tx, ctx, stint, answer) : await sayGone(tx, ctx, stint, answer)
  const standing = await reconcile(tx, ctx, personId, 'said_otherwise')
  if (!began) return { stintId: null }
  const now = standing.find(({ stay }) => stay.words.includes(began))
  if (now && now.row.id !== stintId) await hideAsBefore(tx, stint, now.row.id)
  return { stintId: now?.row.id ?? null }
}

/** The start said again, as it was: from now on no change ends this stay by itself. */
async function sayStill(tx: Tx, ctx: Ctx, stint: StintRow, { schoolChangeId }: Answered) {
  const { id: stintId, personId, schoolId, kind, startedOn } = stint
  const known = (await claimsOf(tx, personId)).find(
    (claim) =>
      stands(claim) && claim.stintId === stintId && claim.says === 'began' && claim.day === startedOn,
  )
  const as = {
    role: known?.role,
    pattern: stint.pattern,
    besides: known?.besides ?? true,
    moveId: known?.moveId,
  }
  const shared = { personId, schoolId, kind, stintId, byAs: 'self' as const, schoolChangeId }
  return say(tx, ctx, { ...shared, ...as, says: 'began', day: startedOn })
}

async function sayGone(tx: Tx, ctx: Ctx, stint: StintRow, answer: Answered & { leftOn: Day }) {
  const { id: stintId, personId, schoolId, kind, pattern } = stint
  const { leftOn, next, schoolChangeId } = answer as Extract<Answered, { leftOn: Day }>
  const mine = { personId, kind, byAs: 'self' as const }
  await say(tx, ctx, { ...mine, schoolId, stintId, says: 'ended', day: leftOn, schoolChangeId })
  if (!next) return null
  const there = (await liveStints(tx, personId)).find(
    (other) => other.schoolId === next.schoolId && other.kind === kind && covers(other, next.startedOn),
  )
  if (there) return beganOf(tx, there)
  const role = (await claimsOf(tx, personId)).find((claim) => claim.stintId === stintId && claim.role)?.role
  const start = {
    schoolId: next.schoolId,
    says: 'began' as const,
    day: next.startedOn,
    role,
    pattern,
    besides: true,
  }
  return say(tx, ctx, { ...mine, ...start, schoolChangeId: next.isNamed ? schoolChangeId : null })
}

const beganOf = async (tx: Tx, { id, personId }: StintRow) =>
  (await claimsOf(tx, personId)).find((claim) => claim.stintId === id && claim.says === 'began')?.id ?? null

/** Who may see where they were may see where they are: hidden there is hidden here. */
async function hideAsBefore(tx: Tx, { audience }: StintRow, id: string) {
  if (audience) await tx.update(stints).set({ audience }).where(eq(stints.id, id))
}
