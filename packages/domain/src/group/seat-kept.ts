import { accountEmails, accounts, and, eq, inArray, isNotNull, isNull, seats, type Tx } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'

export type Seat = typeof seats.$inferSelect

/** The seat of a group kept for one of a person's verified addresses, if nobody has taken it. */
export async function seatKeptFor(tx: Tx, personId: string, groupId: string): Promise<Seat | null> {
  const mine = tx
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
  const [seat] = await tx
    .select()
    .from(seats)
    .where(
      and(
        eq(seats.groupId, groupId),
        inArray(seats.email, mine),
        isNull(seats.claimedById),
        isNull(seats.voidedAt),
      ),
    )
  return seat ?? null
}

/** Writes down that the viewer has taken a seat, inside the caller's transaction. */
export async function takeSeat(tx: Tx, ctx: MemberCtx, seat: Seat) {
  const taken = { claimedById: ctx.viewer, claimedAt: ctx.now }
  await tx
    .update(seats)
    .set(taken)
    .where(and(eq(seats.id, seat.id), isNull(seats.claimedById)))
  await record(tx, ctx, {
    type: 'seat.claimed',
    personId: ctx.viewer,
    refs: { seat: seat.id, group: seat.groupId },
  })
}
