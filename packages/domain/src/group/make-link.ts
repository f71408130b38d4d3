import { and, eq, gt, isNull, links, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { newCode } from './code.ts'
import { ledGroup } from './find.ts'
import type { MakeLink } from './input.ts'
import { subgroupNamed } from './subgroup.ts'

const A_DAY = 86_400_000
const MOST_OPEN = 50

/**
 * Makes a link that lets people join a group the viewer runs, for `days` from now.
 * @returns the link's id and its code; the address is /join/<code>
 */
export const makeLink = (ctx: MemberCtx, { slug, days, maxUses, subgroup }: MakeLink) =>
  ctx.store.tx(async (tx) => {
    const group = await ledGroup(tx, ctx, slug)
    await refuseTooMany(tx, ctx, group.id)
    const link = { id: newId(ctx.now), code: newCode(), groupId: group.id }
    const subgroupId = await subgroupNamed(tx, ctx, group.id, subgroup)
    const until = { maxUses: maxUses ?? null, expiresAt: ctx.now + days * A_DAY }
    const row = { ...link, ...until, subgroupId, createdById: ctx.viewer, createdAt: ctx.now }
    await tx.insert(links).values(row)
    await record(tx, ctx, { type: 'link.made', refs: { link: link.id, group: group.id }, after: until })
    return { id: link.id, code: link.code }
  })

async function refuseTooMany(tx: Tx, { now }: MemberCtx, groupId: string) {
  const open = await tx.$count(
    links,
    and(eq(links.groupId, groupId), isNull(links.revokedAt), gt(links.expiresAt, now)),
  )
  if (open >= MOST_OPEN)
    throw new Problem(
      'too_many',
      `This group has ${MOST_OPEN} links that work. Withdraw some before you make more.`,
    )
}
