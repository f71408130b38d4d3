import { inArray, schoolChanges, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { adopt, liveStints, type StintRow } from './adopt.ts'
import { reconcile } from './reconcile.ts'
import type { Stay } from './resolve.ts'
import { type ClaimRow, claimsOf, withdraw } from './say.ts'
import { takeTurnOfPlace } from './take-turn.ts'

/**
 * Brings one person's stays up to what happened to their schools: words of a change that does not stand any more are
 * taken back, and the rest follows from the words and the changes that do.
 * @returns what there is to tell them; nothing of somebody erased, whose place goes along for those who are tied to it
 */
export async function followSchools(tx: Tx, ctx: Ctx, personId: string): Promise<Carried> {
  const { status } = await takeTurnOfPlace(tx, personId)
  await adopt(tx, ctx, personId)
  const before = new Map((await liveStints(tx, personId)).map((row) => [row.id, row]))
  for (const claim of await ofNoChange(tx, personId)) await withdraw(tx, ctx, claim)
  const standing = await reconcile(tx, ctx, personId, 'school_change_undone')
  if (status !== 'active') return { carried: [], closed: [] }
  const rowOf = (stay: Stay | undefined) => standing.find((other) => other.stay === stay)?.row
  const carried = standing.flatMap(({ row, stay }) => {
    const from = rowOf(stay.continues)
    return from && !before.has(row.id) ? [{ from, to: row }] : []
  })
  const closed = standing.flatMap(({ row, stay }) =>
    stay.endReason === 'school_closed' && before.get(row.id)?.finishedOn === null ? [row] : [],
  )
  return { carried, closed }
}

/** What a change of schools did to one person's stays. */
export interface Carried {
  /** Stays that began by it at the school that follows, each with the one it carries on. */
  carried: { from: StintRow; to: StintRow }[]
  /** Stays that ended with their school, as far as is known. */
  closed: StintRow[]
}

/** Words of changes that were undone or turned down. */
async function ofNoChange(tx: Tx, personId: string): Promise<ClaimRow[]> {
  const claims = (await claimsOf(tx, personId)).filter(
    (claim) => claim.schoolChangeId !== null && claim.byAs === 'system' && claim.withdrawnAt === null,
  )
  if (claims.length === 0) return []
  const ids = claims.map(({ schoolChangeId }) => schoolChangeId as string)
  const changes = await tx.select().from(schoolChanges).where(inArray(schoolChanges.id, ids))
  const stand = new Set(changes.filter(({ state }) => state === 'applied').map(({ id }) => id))
  return claims.filter(({ schoolChangeId }) => !stand.has(schoolChangeId as string))
}
