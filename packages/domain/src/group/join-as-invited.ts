import { and, eq, groups, isNull, seats, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { enter } from './enter.ts'
import { seatKeptFor } from './seat-kept.ts'

/**
 * Lets the viewer into the group that an invitation of theirs names, inside the caller's transaction; with the dates
 * of the seat it was sent for, or of one kept for their address. The caller has checked the invitation itself.
 * @throws Problem not_found when there is no such group
 */
export async function joinAsInvited(
  tx: Tx,
  ctx: MemberCtx,
  { groupId, seatId }: { groupId: string; seatId?: string | null },
) {
  const [group] = await tx.select().from(groups).where(eq(groups.id, groupId))
  if (!group) throw Problem.notFound()
  if (!seatId) return enter(tx, ctx, { group, seat: await seatKeptFor(tx, ctx.viewer, groupId) })
  const free = and(
    eq(seats.id, seatId),
    eq(seats.groupId, groupId),
    isNull(seats.claimedById),
    isNull(seats.voidedAt),
  )
  const [seat] = await tx.select().from(seats).where(free)
  return enter(tx, ctx, { group, seat: seat ?? (await seatKeptFor(tx, ctx.viewer, groupId)) })
}
