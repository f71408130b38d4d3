import type { Tx } from '@wirearchy/db'
import { type Ctx, type Day, Problem } from '@wirearchy/domain'
import { adopt, liveStints } from './adopt.ts'
import { claimsOf, say } from './say.ts'
import { setEnd } from './set-end.ts'
import { takeTurn } from './take-turn.ts'

export interface Closing {
  personId: string
  stintId: string
  /** The last day, included. */
  finishedOn: Day
  /** 'moved', 'left', 'school_closed', 'school_merged' … */
  reason: string
}

/**
 * Ends one stay and what hangs on it, for a change of the school itself or an import: the same end as a move's,
 * written with the word that stands behind it, so that what is said later is weighed against it.
 * @throws Problem not_found when there is no such live stay
 */
export async function closeStint(tx: Tx, ctx: Ctx, { personId, stintId, finishedOn, reason }: Closing) {
  await takeTurn(tx, personId)
  await adopt(tx, ctx, personId)
  const stint = (await liveStints(tx, personId)).find(({ id }) => id === stintId)
  if (!stint) throw Problem.notFound()
  const { schoolId, kind } = stint
  const said = (await claimsOf(tx, personId)).some(
    (claim) => claim.stintId === stintId && claim.day === finishedOn && claim.says === 'ended',
  )
  if (!said)
    await say(tx, ctx, { personId, stintId, schoolId, kind, says: 'ended', day: finishedOn, byAs: 'system' })
  await setEnd(tx, ctx, stint, { finishedOn, reason })
}
