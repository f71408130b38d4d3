import {
  and,
  desc,
  eq,
  groupLeads,
  groupMemberships,
  groups,
  gte,
  isNull,
  lte,
  or,
  type Reader,
} from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'

export type Group = typeof groups.$inferSelect
export type Membership = typeof groupMemberships.$inferSelect

/**
 * The group behind an address, for somebody who is or was in it or who runs it.
 * @throws Problem not_found to everybody else, in the same words as for no group at all
 */
export async function seenGroup(reader: Reader, ctx: MemberCtx, slug: string) {
  const [group] = await reader.select().from(groups).where(eq(groups.slug, slug))
  if (!group) throw Problem.notFound()
  const [isLead, mine] = [
    await leads(reader, ctx, group.id),
    await membershipsOf(reader, ctx.viewer, group.id),
  ]
  if (!isLead && mine.length === 0) throw Problem.notFound()
  return { group, isLead, mine }
}

/**
 * The group behind an address, for somebody who runs it today.
 * @throws Problem not_allowed to its members, not_found to everybody else
 */
export async function ledGroup(reader: Reader, ctx: MemberCtx, slug: string): Promise<Group> {
  const { group, isLead } = await seenGroup(reader, ctx, slug)
  if (isLead) return group
  throw new Problem(
    'not_allowed',
    'Only the people who run this training group can do that. Ask one of them.',
  )
}

/** A person's memberships of a group that stand, newest first. */
export const membershipsOf = (reader: Reader, personId: string, groupId: string): Promise<Membership[]> =>
  reader
    .select()
    .from(groupMemberships)
    .where(
      and(
        eq(groupMemberships.personId, personId),
        eq(groupMemberships.groupId, groupId),
        isNull(groupMemberships.voidedAt),
      ),
    )
    .orderBy(desc(groupMemberships.startedOn))

async function leads(reader: Reader, { viewer, today }: MemberCtx, groupId: string): Promise<boolean> {
  const rows = await reader
    .select({ id: groupLeads.id })
    .from(groupLeads)
    .where(
      and(
        eq(groupLeads.personId, viewer),
        eq(groupLeads.groupId, groupId),
        lte(groupLeads.startedOn, today),
        or(isNull(groupLeads.finishedOn), gte(groupLeads.finishedOn, today)),
      ),
    )
  return rows.length > 0
}
