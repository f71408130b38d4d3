import {
  and,
  eq,
  groupMemberships,
  isNull,
  people,
  personIdentifiers,
  type Reader,
  seats,
  subgroups,
} from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { visibleTo } from '@wirearchy/domain/visibility'
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

/**
 * What a list is held against: the group's seats, and members whom the lead sees and whose own TRN a row may name,
 * whatever they are called there. They have their place already (scenario 16).
 */
export async function placesIn(reader: Reader, ctx: MemberCtx, groupId: string): Promise<KeptSeat[]> {
  const members = await reader
    .select({ id: personIdentifiers.id, fullName: people.displayName, identifier: personIdentifiers.value })
    .from(groupMemberships)
    .innerJoin(people, eq(people.id, groupMemberships.personId))
    .innerJoin(personIdentifiers, eq(personIdentifiers.personId, people.id))
    .where(
      and(
        ...[eq(groupMemberships.groupId, groupId), isNull(groupMemberships.voidedAt)],
        ...[eq(personIdentifiers.scheme, 'trn'), eq(personIdentifiers.state, 'active')],
        visibleTo(ctx, people.id),
      ),
    )
  const taken = { email: null, identifierScheme: 'trn', startedOn: '', finishedOn: null, subgroup: null }
  return [
    ...members.map((one) => ({ ...one, ...taken, isTaken: true })),
    ...(await keptSeats(reader, groupId)),
  ]
}
