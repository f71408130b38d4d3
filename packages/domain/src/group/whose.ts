import { type Reader, sql } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { sight } from '@wirearchy/domain/visibility'
import { type Group, ledGroup, type Membership, membershipsOf, seenGroup } from './find.ts'

/**
 * A person's time in a group, for themselves or for somebody who runs the group and may see them.
 * @param personId whose; the viewer's own when not said
 * @throws Problem not_found when they were never in it, or are out of sight
 */
export async function timeOf(
  reader: Reader,
  ctx: MemberCtx,
  slug: string,
  personId: string = ctx.viewer,
): Promise<{ group: Group; memberships: Membership[] }> {
  if (personId === ctx.viewer) {
    const { group, mine } = await seenGroup(reader, ctx, slug)
    return { group, memberships: mine }
  }
  const group = await ledGroup(reader, ctx, slug)
  await mustBeSeen(reader, ctx, personId)
  const memberships = await membershipsOf(reader, personId, group.id)
  if (memberships.length === 0) throw Problem.notFound()
  return { group, memberships }
}

/** @throws Problem not_found for somebody out of the viewer's sight, in the words for nobody at all */
export async function mustBeSeen(reader: Reader, ctx: MemberCtx, personId: string) {
  const inSight = sql`select person_id from (${sight(ctx)}) in_sight where person_id = ${personId}`
  if ((await reader.rows(inSight)).length === 0) throw Problem.notFound()
}

/**
 * Makes sure that somebody is or was in a group that the viewer runs, and that the viewer may see them.
 * @throws Problem not_allowed to members of the group, not_found to everybody else and for everybody else
 */
export async function memberOf(reader: Reader, ctx: MemberCtx, slug: string, personId: string) {
  const group = await ledGroup(reader, ctx, slug)
  await mustBeSeen(reader, ctx, personId)
  if ((await membershipsOf(reader, personId, group.id)).length === 0) throw Problem.notFound()
  return group
}
