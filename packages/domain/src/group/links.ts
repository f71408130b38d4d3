import { desc, eq, people, subgroups, links as table } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { ledGroup } from './find.ts'
import type { GroupRef } from './input.ts'
import { linkState } from './link-state.ts'

/** Every link of a group the viewer runs, newest first, with how many have joined by it and whether it works. */
export async function links(ctx: MemberCtx, { slug }: GroupRef) {
  const group = await ledGroup(ctx.store.read, ctx, slug)
  const rows = await ctx.store.read
    .select({ link: table, madeBy: people.displayName, subgroup: subgroups.name })
    .from(table)
    .innerJoin(people, eq(people.id, table.createdById))
    .leftJoin(subgroups, eq(subgroups.id, table.subgroupId))
    .where(eq(table.groupId, group.id))
    .orderBy(desc(table.createdAt))
  return rows.map(({ link, madeBy, subgroup }) => ({
    id: link.id,
    code: link.code,
    url: `${ctx.origin}/join/${link.code}`,
    state: linkState(link, ctx.now),
    uses: link.uses,
    maxUses: link.maxUses,
    expiresAt: link.expiresAt,
    madeBy,
    subgroup,
  }))
}
