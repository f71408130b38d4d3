import { and, eq, groupMemberships, groups, isNull, links, type Tx } from '@wirearchy/db'
import { type Day, dayAfter, type MemberCtx, Problem } from '@wirearchy/domain'
import { tidyCode } from './code.ts'
import type { Join } from './input.ts'
import { joinByLink } from './join-by-link.ts'

/**
 * Lets somebody who is signed in join by a link's code, perhaps to carry on what they deferred elsewhere.
 * @throws Problem gone when the link is over; not_found when there is none
 */
export function join(ctx: MemberCtx, { code, startedOn, resumesId }: Join) {
  return ctx.store.tx(async (tx) => {
    const [link] = await tx
      .select({ id: links.id, courseStartsOn: groups.startedOn })
      .from(links)
      .innerJoin(groups, eq(groups.id, links.groupId))
      .where(eq(links.code, tidyCode(code)))
    if (!link) throw Problem.notFound()
    if (!resumesId) return joinByLink(tx, ctx, { linkId: link.id, startedOn })
    const free = dayAfter(await lastDayOf(tx, ctx, resumesId))
    if (startedOn && startedOn < free) throw stillDeferring()
    const from = startedOn ?? (link.courseStartsOn < free ? free : undefined)
    return joinByLink(tx, ctx, { linkId: link.id, startedOn: from, resumesId })
  })
}

const stillDeferring = () =>
  new Problem('bad_input', 'Your earlier time lasts until that day. Enter a later day.', {
    field: 'startedOn',
  })

/** The last day of my own deferred time; anybody else's is not found. */
async function lastDayOf(tx: Tx, { viewer }: MemberCtx, membershipId: string): Promise<Day> {
  const [earlier] = await tx
    .select({ finishedOn: groupMemberships.finishedOn })
    .from(groupMemberships)
    .where(
      and(
        eq(groupMemberships.id, membershipId),
        eq(groupMemberships.personId, viewer),
        eq(groupMemberships.outcome, 'deferred'),
        isNull(groupMemberships.voidedAt),
      ),
    )
  if (!earlier?.finishedOn) throw Problem.notFound()
  return earlier.finishedOn
}
