import { and, eq, subgroups, type Tx } from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'

/** The part of a group with this name, made when it is new; null when no name is given. */
export async function subgroupNamed(tx: Tx, ctx: Ctx, groupId: string, name: string | null) {
  if (!name) return null
  const [known] = await tx
    .select({ id: subgroups.id })
    .from(subgroups)
    .where(and(eq(subgroups.groupId, groupId), eq(subgroups.name, name)))
  if (known) return known.id
  const id = newId(ctx.now)
  await tx.insert(subgroups).values({ id, groupId, name })
  return id
}
