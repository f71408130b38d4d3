import { and, eq, gt, mentorships, notifications, sql, type Tx } from '@wirearchy/db'
import type { Ctx, MemberCtx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { MentorshipRow } from './void-stint.ts'

/** Why a mentorship ended that one of the two ended: nothing that a school or a move does brings it back. */
export const BY_HAND = ['by_mentor', 'by_mentee'] as const

/** True of a mentorship that one of the two ended; it is over from that moment, not from the next day. */
export const isByHand = ({ endReason = null }: { endReason?: string | null }) =>
  BY_HAND.some((reason) => reason === endReason)

/**
 * One of the two ends a mentorship of theirs today, in the caller's transaction. One that had not begun never was.
 * What nobody has been told yet of a move that would have ended it is not told any more.
 */
export async function endByHand(tx: Tx, ctx: MemberCtx, held: MentorshipRow) {
  const endReason = held.mentorId === ctx.viewer ? 'by_mentor' : 'by_mentee'
  const isBegun = held.startedOn <= ctx.today
  const change = isBegun
    ? { finishedOn: ctx.today, endReason }
    : { voidedAt: ctx.now, voidReason: `ended_${endReason}` }
  await tx.update(mentorships).set(change).where(eq(mentorships.id, held.id))
  const { finishedOn } = held
  await record(tx, ctx, {
    ...{ type: isBegun ? 'mentorship.ended' : 'mentorship.voided', personId: held.menteeId },
    refs: { mentorship: held.id },
    ...(isBegun ? { before: { finishedOn, endReason: held.endReason } } : {}),
    after: isBegun ? { finishedOn: ctx.today, endReason } : { reason: change.voidReason },
  })
  await untell(tx, ctx, held.id)
}

/** What nobody has been shown yet of a mentorship's end is taken back. */
export const untell = (tx: Tx, { now }: Ctx, id: string) =>
  tx
    .delete(notifications)
    .where(
      and(
        eq(notifications.kind, 'mentorship.ended'),
        gt(notifications.showFrom, now),
        sql`${notifications.refs} ->> 'mentorship' = ${id}`,
      ),
    )
