import { and, eq, isNull, notifications, people, sql, type Tx } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { type MentorshipRow, mustGoOn, type Pair, pairOf } from '@wirearchy/domain/mentoring'
import { tell } from '@wirearchy/domain/notice'

/** A pair in one transaction of a verb of theirs, and the chapter it writes in. */
export interface Writing {
  pair: Pair
  chapter: MentorshipRow
}

/**
 * Lets one of a pair write in their space: one of the two at a time.
 * @throws Problem not_found for anybody else · gone once it has ended
 */
export async function writing(tx: Tx, ctx: MemberCtx, mentorshipId: string): Promise<Writing> {
  await takePairsTurn(tx, await pairOf(tx, ctx, mentorshipId))
  const pair = await pairOf(tx, ctx, mentorshipId)
  return { pair, chapter: mustGoOn(pair) }
}

/** Whoever else changes something of the two waits until this transaction ends; one of them may have left for good. */
export async function takePairsTurn(tx: Tx, { mentorId, menteeId }: Pair) {
  for (const id of [mentorId, menteeId].sort())
    await tx
      .update(people)
      .set({ rev: sql`${people.rev} + 1` })
      .where(eq(people.id, id))
}

/** Writes down that something was done in a space: which rows, and never a word of them. */
export const note = (
  tx: Tx,
  ctx: MemberCtx,
  { pair, chapter }: Writing,
  type: string,
  refs: Record<string, string>,
) => record(tx, ctx, { type, personId: pair.menteeId, refs: { mentorship: chapter.id, ...refs } })

/** Lets the other know on their page; what they have not read yet is not said twice. */
export async function hint(tx: Tx, ctx: MemberCtx, { pair, chapter }: Writing, kind: string) {
  const waiting = and(
    eq(notifications.personId, pair.otherId),
    eq(notifications.kind, kind),
    isNull(notifications.readAt),
    sql`${notifications.refs} ->> 'mentorship' = ${chapter.id}`,
  )
  if ((await tx.$count(notifications, waiting)) > 0) return
  const about = { personId: pair.otherId, aboutPersonId: ctx.viewer }
  await tell(tx, ctx, [{ ...about, kind, refs: { mentorship: chapter.id } }])
}
