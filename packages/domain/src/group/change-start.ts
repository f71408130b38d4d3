import { eq, groupMemberships } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import type { ChangeStart } from './input.ts'
import { openMembership } from './open-membership.ts'
import { voidRow } from './void-row.ts'
import { timeOf } from './whose.ts'

/**
 * Puts right the day somebody's latest time in a group began, by themselves or by whoever runs it. The row with the
 * wrong day is kept, voided; ties follow the right one.
 * @throws Problem bad_input on startedOn when the day is outside the course or inside an earlier time there
 */
export function changeStart(ctx: MemberCtx, { slug, personId, startedOn }: ChangeStart) {
  return ctx.store.tx(async (tx) => {
    const { group, memberships } = await timeOf(tx, ctx, slug, personId)
    const [last, before] = memberships
    if (!last) throw Problem.notFound()
    if (last.startedOn === startedOn) return { membershipId: last.id }
    refuseDay(startedOn, group, last, before)
    await voidRow(tx, ctx, last, 'corrected')
    const { personId: whose, finishedOn, outcome, subgroupId, resumesId } = last
    const kept = { finishedOn, outcome, subgroupId, resumesId, linkId: last.linkId, seatId: last.seatId }
    const membershipId = await openMembership(tx, ctx, {
      group,
      personId: whose,
      startedOn,
      ...kept,
      isNews: false,
    })
    const carriedOn = eq(groupMemberships.resumesId, last.id)
    await tx.update(groupMemberships).set({ resumesId: membershipId }).where(carriedOn)
    return { membershipId }
  })
}

interface Times {
  startedOn: string
  finishedOn: string | null
}

function refuseDay(startedOn: string, course: Times, last: Times, before: Times | undefined) {
  const wrong = (sentence: string) => new Problem('bad_input', sentence, { field: 'startedOn' })
  if (startedOn < course.startedOn || (course.finishedOn && startedOn > course.finishedOn))
    throw wrong('That day is outside the course. Enter a day within it.')
  if (last.finishedOn && startedOn > last.finishedOn)
    throw wrong('The time in this group is over by that day. Enter an earlier one.')
  if (before?.finishedOn && startedOn <= before.finishedOn)
    throw wrong('The time before lasts until that day. Enter a later one.')
}
