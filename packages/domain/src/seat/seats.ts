import type { MemberCtx } from '@wirearchy/domain'
import { ledGroup, yearsInWords } from '@wirearchy/domain/group'
import type { GroupSeats } from './input.ts'
import { keptSeats } from './kept-seats.ts'

const inOrder = new Intl.Collator('en-GB').compare

/** Every seat of a group the viewer runs: those not here yet first, by name. */
export async function seats(ctx: MemberCtx, { slug }: GroupSeats) {
  const group = await ledGroup(ctx.store.read, ctx, slug)
  const kept = await keptSeats(ctx.store.read, group.id)
  return {
    group: { slug, name: group.name, years: yearsInWords(group.academicYear) },
    total: kept.length,
    taken: kept.filter(({ isTaken }) => isTaken).length,
    seats: kept.toSorted((a, b) => Number(a.isTaken) - Number(b.isTaken) || inOrder(a.fullName, b.fullName)),
  }
}
