import { and, eq, gt, invitations, isNull } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { invite } from '@wirearchy/domain/account'
import { ledGroup } from '@wirearchy/domain/group'
import type { KeptSeat } from './book.ts'
import type { InviteSeats } from './input.ts'
import { keptSeats } from './kept-seats.ts'

/**
 * Sends an invitation to every named seat (or every one) that has an address and nobody in it, but not again while an
 * earlier one still works. It stops at the day's limit.
 * @returns how many were sent, and how many more could be: without an address, or beyond today's limit
 */
export async function inviteSeats(ctx: MemberCtx, { slug, seatIds }: InviteSeats) {
  const group = await ledGroup(ctx.store.read, ctx, slug)
  const asked = (await keptSeats(ctx.store.read, group.id)).filter(
    ({ id, isTaken }) => !isTaken && (seatIds === undefined || seatIds.includes(id)),
  )
  const invited = await invitedTo(ctx, group.id)
  const waiting = asked.filter(({ email }) => email !== null && !invited.has(email))
  const sent = await sendTo(ctx, slug, waiting)
  const withoutAddress = asked.filter(({ email }) => email === null).length
  return {
    sent,
    alreadyInvited: asked.length - waiting.length - withoutAddress,
    withoutAddress,
    left: waiting.length - sent,
  }
}

/** Addresses with an invitation to this group that still works. */
async function invitedTo({ store, now }: MemberCtx, groupId: string) {
  const rows = await store.read
    .select({ email: invitations.email })
    .from(invitations)
    .where(
      and(
        eq(invitations.groupId, groupId),
        gt(invitations.expiresAt, now),
        isNull(invitations.usedAt),
        isNull(invitations.revokedAt),
      ),
    )
  return new Set(rows.map(({ email }) => email))
}

/** A mailbox that several people read is left out; the day's limit ends the round. */
async function sendTo(ctx: MemberCtx, slug: string, seats: KeptSeat[]) {
  let sent = 0
  for (const { email } of seats) {
    try {
      await invite(ctx, { email: email ?? '', slug })
      sent += 1
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.code === 'too_many') return sent
    }
  }
  return sent
}
