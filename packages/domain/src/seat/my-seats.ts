import {
  accountEmails,
  accounts,
  and,
  eq,
  groups,
  inArray,
  isNotNull,
  isNull,
  providers,
  type Reader,
  seats,
} from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { yearsInWords } from '@wirearchy/domain/group'

/** Places in training groups kept for one of the viewer's own verified addresses, not taken yet. */
export async function mySeats({ store, viewer }: MemberCtx) {
  const rows = await store.read
    .select({ seat: seats, group: groups, provider: providers.name })
    .from(seats)
    .innerJoin(groups, eq(groups.id, seats.groupId))
    .leftJoin(providers, eq(providers.id, groups.providerId))
    .where(keptFor(store.read, viewer))
  return rows.map(({ seat, group, provider }) => ({
    seatId: seat.id,
    fullName: seat.fullName,
    name: group.name,
    provider,
    years: yearsInWords(group.academicYear),
    startedOn: seat.startedOn,
    finishedOn: seat.finishedOn ?? group.finishedOn,
  }))
}

/** For a `where`: seats nobody has taken, kept for an address that a person has shown to be theirs. */
export function keptFor(reader: Pick<Reader, 'select'>, personId: string) {
  const own = reader
    .select({ email: accountEmails.email })
    .from(accountEmails)
    .innerJoin(accounts, eq(accounts.id, accountEmails.accountId))
    .where(
      and(
        eq(accounts.personId, personId),
        isNotNull(accountEmails.verifiedAt),
        isNull(accountEmails.retiredOn),
      ),
    )
  return and(inArray(seats.email, own), isNull(seats.claimedById), isNull(seats.voidedAt))
}
