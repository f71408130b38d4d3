import { and, eq, groups, gt, isNull, links, lt, or, type Tx } from '@wirearchy/db'
import { type Day, type MemberCtx, Problem } from '@wirearchy/domain'
import { enter } from './enter.ts'
import { CLOSED_LINK, type Link, linkState } from './link-state.ts'
import { seatKeptFor } from './seat-kept.ts'

export interface JoinByLink {
  linkId: string
  /** First day, if not the group's own. */
  startedOn?: Day | undefined
  /** My deferred time in another group that this carries on. */
  resumesId?: string | undefined
}

/**
 * Lets the viewer into a link's group inside the caller's transaction. A use is counted once a person: whoever is in
 * already stays in, and nothing changes. A seat kept for one of their verified addresses is taken with its dates.
 * @throws Problem gone when the link is over, saying which way; not_found when there is none
 */
export async function joinByLink(tx: Tx, ctx: MemberCtx, { linkId, startedOn, resumesId }: JoinByLink) {
  const [found] = await tx
    .select({ link: links, group: groups })
    .from(links)
    .innerJoin(groups, eq(groups.id, links.groupId))
    .where(eq(links.id, linkId))
  if (!found) throw Problem.notFound()
  const { link, group } = found
  const seat = await seatKeptFor(tx, ctx.viewer, group.id)
  const entering = { group, seat, startedOn, resumesId, linkId, subgroupId: link.subgroupId }
  return enter(tx, ctx, entering, () => countUse(tx, ctx, link))
}

async function countUse(tx: Tx, { now }: MemberCtx, link: Link) {
  const works = and(isNull(links.revokedAt), gt(links.expiresAt, now))
  const counted = await tx
    .update(links)
    .set({ uses: link.uses + 1 })
    .where(and(eq(links.id, link.id), works, or(isNull(links.maxUses), lt(links.uses, links.maxUses))))
    .returning({ uses: links.uses })
  const state = linkState(link, now)
  if (counted.length === 0) throw new Problem('gone', CLOSED_LINK[state === 'open' ? 'used_up' : state])
}
