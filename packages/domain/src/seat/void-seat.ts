import { and, eq, isNull, seats } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { ledGroup } from '@wirearchy/domain/group'
import { record } from '@wirearchy/domain/ledger'
import type { SeatRef } from './input.ts'

/**
 * Takes back a seat that nobody has taken, by whoever runs the group.
 * @throws Problem conflict when somebody has: then it is their membership that is voided
 */
export function voidSeat(ctx: MemberCtx, { slug, seatId }: SeatRef) {
  return ctx.store.tx(async (tx) => {
    const group = await ledGroup(tx, ctx, slug)
    const mine = and(eq(seats.id, seatId), eq(seats.groupId, group.id), isNull(seats.voidedAt))
    const [seat] = await tx.select().from(seats).where(mine)
    if (!seat) throw Problem.notFound()
    if (seat.claimedById)
      throw new Problem('conflict', 'Somebody has taken this place. Look for them among the members.')
    await tx.update(seats).set({ voidedAt: ctx.now }).where(mine)
    await record(tx, ctx, { type: 'seat.voided', refs: { seat: seatId, group: group.id } })
  })
}
