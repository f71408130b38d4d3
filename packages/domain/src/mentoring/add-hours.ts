import { eq, mentorHours } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { takeTurn } from '@wirearchy/domain/stint'
import type { AddHours } from './input.ts'

const MOST = 20

/**
 * A time of the week when people whom the viewer mentors can book them.
 * @throws Problem bad_input when it ends before it begins, or overlaps hours they have that day
 */
export async function addHours(ctx: MemberCtx, hours: AddHours) {
  const { weekday, startMinute, endMinute } = hours
  if (endMinute <= startMinute)
    throw new Problem('bad_input', 'Choose an end that is later than the start.', { field: 'endMinute' })
  return ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx.viewer)
    const mine = await tx.select().from(mentorHours).where(eq(mentorHours.personId, ctx.viewer))
    const there = mine.find(
      (one) => one.weekday === weekday && one.startMinute < endMinute && startMinute < one.endMinute,
    )
    if (there)
      throw new Problem(
        'bad_input',
        'You have hours at that time already. Take those away first, or choose another time.',
        {
          field: 'startMinute',
        },
      )
    if (mine.length >= MOST)
      throw new Problem('conflict', 'You have 20 times in your week. Take one away, then add this one.')
    const id = newId(ctx.now)
    await tx.insert(mentorHours).values({ id, personId: ctx.viewer, ...hours })
    await record(tx, ctx, { type: 'hours.added', personId: ctx.viewer, refs: { hours: id } })
    return { hoursId: id }
  })
}
