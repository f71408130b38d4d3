import type { Tx } from '@wirearchy/db'
import type { Ctx, Day } from '@wirearchy/domain'
import { adopt } from './adopt.ts'
import { reconcile } from './reconcile.ts'
import { say } from './say.ts'
import { takeTurn } from './take-turn.ts'
import type { StintKind, StintRole } from './word.ts'

export interface ImportedStint {
  personId: string
  schoolId: string
  kind: StintKind
  role: StintRole | null
  startedOn: Day
  /** The last day, included; null while it goes on. */
  finishedOn: Day | null
}

/** A stay that a register or a list tells of, inside the caller's transaction: it counts at once and is confirmed. */
export async function importStint(tx: Tx, ctx: Ctx, { startedOn, finishedOn, role, ...stay }: ImportedStint) {
  await takeTurn(tx, stay.personId)
  await adopt(tx, ctx, stay.personId)
  const shared = { ...stay, byAs: 'import' as const }
  await say(tx, ctx, { ...shared, says: 'began', day: startedOn, role, pattern: 'full_time', besides: true })
  if (finishedOn) await say(tx, ctx, { ...shared, says: 'ended', day: finishedOn })
  await reconcile(tx, ctx, stay.personId, 'said_otherwise')
}
