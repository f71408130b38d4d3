import { and, eq, people, seats as seatRows } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { ledGroup, yearsInWords } from '@wirearchy/domain/group'
import { visibleTo } from '@wirearchy/domain/visibility'
import type { GroupSeats } from './input.ts'
import { keptSeats } from './kept-seats.ts'

const inOrder = new Intl.Collator('en-GB').compare

/**
 * Every seat of a group the viewer runs: those not here yet first, by name. Who has taken theirs goes by the
 * name they use now, whatever the list said (scenario 16).
 */
export async function seats(ctx: MemberCtx, { slug }: GroupSeats) {
  const group = await ledGroup(ctx.store.read, ctx, slug)
  const named = await namesNow(ctx, group.id)
  const kept = (await keptSeats(ctx.store.read, group.id)).map((seat) => ({
    ...seat,
    fullName: named.get(seat.id) ?? seat.fullName,
  }))
  return {
    group: { slug, name: group.name, years: yearsInWords(group.academicYear) },
    total: kept.length,
    taken: kept.filter(({ isTaken }) => isTaken).length,
    seats: kept.toSorted((a, b) => Number(a.isTaken) - Number(b.isTaken) || inOrder(a.fullName, b.fullName)),
  }
}

async function namesNow(ctx: MemberCtx, groupId: string) {
  const taken = await ctx.store.read
    .select({ id: seatRows.id, name: people.displayName })
    .from(seatRows)
    .innerJoin(people, eq(people.id, seatRows.claimedById))
    .where(and(eq(seatRows.groupId, groupId), visibleTo(ctx, seatRows.claimedById)))
  return new Map(taken.map(({ id, name }) => [id, name]))
}
