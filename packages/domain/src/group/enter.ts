import type { Tx } from '@wirearchy/db'
import { type Day, dayAfter, type MemberCtx, Problem } from '@wirearchy/domain'
import { type Group, type Membership, membershipsOf } from './find.ts'
import { openMembership } from './open-membership.ts'
import { type Seat, takeSeat } from './seat-kept.ts'

export interface Entering {
  group: Group
  seat: Seat | null
  startedOn?: Day | undefined
  resumesId?: string | undefined
  subgroupId?: string | null
  linkId?: string
}

/**
 * Lets the viewer into a group inside the caller's transaction, with the dates of their seat if there is one. Whoever
 * is in already stays in; the seat is theirs all the same.
 * @param first runs before somebody new comes in, and may refuse
 */
export async function enter(tx: Tx, ctx: MemberCtx, entering: Entering, first?: () => Promise<void>) {
  const { group, seat } = entering
  const earlier = await membershipsOf(tx, ctx.viewer, group.id)
  if (!staysIn(ctx, group, earlier)) {
    await first?.()
    await comeIn(tx, ctx, entering, earlier[0])
  }
  if (seat) await takeSeat(tx, ctx, seat)
  return { groupId: group.id, slug: group.slug }
}

/** True of somebody in the group, and of somebody who was in it once its course is over: their people are theirs. */
function staysIn({ today }: MemberCtx, group: Group, [last]: Membership[]) {
  if (!last) return false
  const hasLeft = last.outcome !== null && last.outcome !== 'completed'
  return !hasLeft || last.finishedOn === null || group.finishedOn < freeFrom(today, last.finishedOn)
}

const freeFrom = (today: Day, lastDay: Day) => (today > lastDay ? today : dayAfter(lastDay))

function comeIn(tx: Tx, ctx: MemberCtx, { group, seat, ...more }: Entering, last: Membership | undefined) {
  const { startedOn, resumesId } = more
  if (startedOn && (startedOn < group.startedOn || startedOn > group.finishedOn))
    throw new Problem('bad_input', 'That day is outside the course. Enter a day within it.', {
      field: 'startedOn',
    })
  const again = last?.finishedOn ? freeFrom(ctx.today, last.finishedOn) : undefined
  const from = again ?? startedOn ?? seat?.startedOn
  return openMembership(tx, ctx, {
    group,
    personId: ctx.viewer,
    subgroupId: more.subgroupId ?? seat?.subgroupId ?? null,
    resumesId: (last?.outcome === 'deferred' ? last.id : null) ?? resumesId ?? null,
    ...(more.linkId ? { linkId: more.linkId } : {}),
    ...(from ? { startedOn: from } : {}),
    ...(seat ? { seatId: seat.id, finishedOn: seat.finishedOn } : {}),
  })
}
