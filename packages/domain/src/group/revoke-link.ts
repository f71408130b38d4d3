import { and, eq, isNull, links } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { ledGroup } from './find.ts'
import type { RevokeLink } from './input.ts'

/** Withdraws a link at once; those who joined by it stay. Withdrawing it again changes nothing. */
export function revokeLink(ctx: MemberCtx, { slug, linkId }: RevokeLink) {
  return ctx.store.tx(async (tx) => {
    const group = await ledGroup(tx, ctx, slug)
    const mine = and(eq(links.id, linkId), eq(links.groupId, group.id))
    const [link] = await tx.select().from(links).where(mine)
    if (!link) throw Problem.notFound()
    if (link.revokedAt !== null) return
    await tx
      .update(links)
      .set({ revokedAt: ctx.now })
      .where(and(mine, isNull(links.revokedAt)))
    await record(tx, ctx, { type: 'link.revoked', refs: { link: linkId, group: group.id } })
  })
}
