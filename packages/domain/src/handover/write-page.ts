import { and, eq, handovers, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { type MentorshipRow, pairOf } from '@wirearchy/domain/mentoring'
import { takeTurn } from '@wirearchy/domain/stint'
import { endedByMove } from './chapters.ts'
import type { WritePage } from './input.ts'

/**
 * The mentee writes the page for whoever mentors them next, or changes it: other words are a draft again, which nobody
 * else reads before they say so.
 * @throws Problem not_found for anybody else, and while no move has ended it · conflict when it was changed in another window
 */
export const writePage = (ctx: MemberCtx, { mentorshipId, text, rev }: WritePage): Promise<{ rev: number }> =>
  ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx.viewer)
    const ended = await mineEnded(tx, ctx, mentorshipId)
    const [held] = await tx.select().from(handovers).where(eq(handovers.mentorshipId, ended.id))
    if (held?.text === text) return { rev: held.rev }
    if (rev !== (held?.rev ?? 0)) throw changedMeanwhile()
    const words = { text, rev: rev + 1, approvedAt: null, updatedAt: ctx.now }
    const id = held?.id ?? newId(ctx.now)
    if (held)
      await tx
        .update(handovers)
        .set(words)
        .where(and(eq(handovers.id, id), eq(handovers.rev, rev)))
    else await tx.insert(handovers).values({ id, mentorshipId: ended.id, createdAt: ctx.now, ...words })
    const refs = { mentorship: ended.id, handover: id }
    await record(tx, ctx, { type: 'handover.written', personId: ctx.viewer, refs })
    return { rev: rev + 1 }
  })

const changedMeanwhile = () =>
  new Problem(
    'conflict',
    'You changed this page in another window meanwhile. Both are below: what you typed is still in the form.',
    { field: 'text' },
  )

/** The viewer's own chapter as mentee that a move ended. */
export async function mineEnded(tx: Tx, ctx: MemberCtx, mentorshipId: string): Promise<MentorshipRow> {
  const pair = await pairOf(tx, ctx, mentorshipId)
  const ended = pair.side === 'mentee' ? await endedByMove(tx, ctx, pair) : null
  if (!ended) throw Problem.notFound()
  return ended
}
