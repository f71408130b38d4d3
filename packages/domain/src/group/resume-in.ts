import {
  alias,
  and,
  eq,
  exists,
  groupLeads,
  groupMemberships,
  gte,
  isNull,
  lte,
  notExists,
  or,
  type Tx,
} from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { ledGroup, type Membership, membershipsOf, seenGroup } from './find.ts'
import type { ResumeIn } from './input.ts'
import { openMembership } from './open-membership.ts'
import { mustBeSeen } from './whose.ts'

/**
 * Carries on what somebody deferred, in this group from a day: in the group they deferred from by themselves, in any
 * other by whoever runs both. They keep the people of before and gain those of now. Into a group that nobody they
 * know runs they come by its link: see `join`.
 * @throws Problem not_found when there is nothing deferred that the viewer may carry on here
 */
export function resumeIn(ctx: MemberCtx, { slug, personId = ctx.viewer, startedOn }: ResumeIn) {
  return ctx.store.tx(async (tx) => {
    const isOwn = personId === ctx.viewer
    const group = isOwn ? (await seenGroup(tx, ctx, slug)).group : await ledGroup(tx, ctx, slug)
    if (!isOwn) await mustBeSeen(tx, ctx, personId)
    const deferred = isOwn ? await myDeferred(tx, ctx, group.id) : await deferredIn(tx, ctx, personId)
    if (!deferred) throw Problem.notFound()
    if (startedOn <= (deferred.finishedOn ?? ''))
      throw wrongDay('The earlier time lasts until that day. Enter a later day.')
    if (startedOn < group.startedOn || startedOn > group.finishedOn)
      throw wrongDay('That day is outside the course. Enter a day within it.')
    const open = (await membershipsOf(tx, personId, group.id)).find(({ outcome }) => outcome === null)
    if (open) return { membershipId: open.id }
    const membershipId = await openMembership(tx, ctx, { group, personId, startedOn, resumesId: deferred.id })
    return { membershipId }
  })
}

const wrongDay = (sentence: string) => new Problem('bad_input', sentence, { field: 'startedOn' })

const later = alias(groupMemberships, 'later')

/** Deferred time that nothing carries on yet. */
const waiting = (tx: Tx, personId: string) =>
  and(
    eq(groupMemberships.personId, personId),
    eq(groupMemberships.outcome, 'deferred'),
    isNull(groupMemberships.voidedAt),
    notExists(
      tx
        .select({ id: later.id })
        .from(later)
        .where(and(eq(later.resumesId, groupMemberships.id), isNull(later.voidedAt))),
    ),
  )

async function myDeferred(tx: Tx, ctx: MemberCtx, groupId: string): Promise<Membership | undefined> {
  const here = and(waiting(tx, ctx.viewer), eq(groupMemberships.groupId, groupId))
  const [found] = await tx.select().from(groupMemberships).where(here)
  return found
}

async function deferredIn(
  tx: Tx,
  { viewer, today }: MemberCtx,
  personId: string,
): Promise<Membership | undefined> {
  const runByMe = tx
    .select({ id: groupLeads.id })
    .from(groupLeads)
    .where(
      and(
        eq(groupLeads.groupId, groupMemberships.groupId),
        eq(groupLeads.personId, viewer),
        lte(groupLeads.startedOn, today),
        or(isNull(groupLeads.finishedOn), gte(groupLeads.finishedOn, today)),
      ),
    )
  const [found] = await tx
    .select()
    .from(groupMemberships)
    .where(and(waiting(tx, personId), exists(runByMe)))
  return found
}
