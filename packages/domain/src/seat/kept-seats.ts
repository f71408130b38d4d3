import { and, eq, isNull, type Reader, seats, subgroups } from '@wirearchy/db'
import type { KeptSeat } from './book.ts'

/** Every seat of a group that stands, oldest first. */
export async function keptSeats(reader: Reader, groupId: string): Promise<KeptSeat[]> {
  const rows = await reader
    .select({ seat: seats, subgroup: subgroups.name })
    .from(seats)
    .leftJoin(subgroups, eq(subgroups.id, seats.subgroupId))
    .where(and(eq(seats.groupId, groupId), isNull(seats.voidedAt)))
    .orderBy(seats.createdAt, seats.id)
  return rows.map(({ seat, subgroup }) => ({
    id: seat.id,
    fullName: seat.fullName,
    email: seat.email,
    identifierScheme: seat.identifierScheme,
    identifier: seat.identifier,
    startedOn: seat.startedOn,
    finishedOn: seat.finishedOn,
    subgroup,
    isTaken: seat.claimedById !== null,
  }))
}
