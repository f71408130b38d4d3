import { and, eq, mentorHours } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { HoursRef } from './input.ts'

/**
 * Takes a time out of the viewer's week. Meetings booked in it stay booked.
 * @throws Problem not_found for hours that are not theirs
 */
export async function removeHours(ctx: MemberCtx, { hoursId }: HoursRef) {
  return ctx.store.tx(async (tx) => {
    const gone = await tx
      .delete(mentorHours)
      .where(and(eq(mentorHours.id, hoursId), eq(mentorHours.personId, ctx.viewer)))
      .returning({ hoursId: mentorHours.id })
    if (gone.length === 0) throw Problem.notFound()
    await record(tx, ctx, { type: 'hours.removed', personId: ctx.viewer, refs: { hours: hoursId } })
    return { hoursId }
  })
}
