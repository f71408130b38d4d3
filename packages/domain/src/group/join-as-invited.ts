import { eq, groups, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { enter } from './enter.ts'
import { seatKeptFor } from './seat-kept.ts'

/**
 * Lets the viewer into the group that an invitation of theirs names, inside the caller's transaction; with the dates
 * of the seat kept for their address, if there is one. The caller has checked the invitation itself.
 * @throws Problem not_found when there is no such group
 */
export async function joinAsInvited(tx: Tx, ctx: MemberCtx, { groupId }: { groupId: string }) {
  const [group] = await tx.select().from(groups).where(eq(groups.id, groupId))
  if (!group) throw Problem.notFound()
  return enter(tx, ctx, { group, seat: await seatKeptFor(tx, ctx.viewer, groupId) })
}
