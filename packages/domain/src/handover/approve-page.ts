import { eq, handovers, type Tx } from '@wirearchy/db'
import { isOver, type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { MentorshipRow } from '@wirearchy/domain/mentoring'
import { tell } from '@wirearchy/domain/notice'
import { nameOf } from '@wirearchy/domain/space'
import { takeTurn } from '@wirearchy/domain/stint'
import { openUntil } from './chapters.ts'
import { readyLetter } from './emails.ts'
import type { ApprovePage } from './input.ts'
import { nextOf } from './pages.ts'
import { mineEnded } from './write-page.ts'

/**
 * The mentee lets the mentor they had, and whoever mentors them next, read the page as it stands. Saying so twice
 * changes nothing.
 * @throws Problem not_found for anybody else · conflict when it has changed since, or the mentoring is not over yet
 */
export const approvePage = (ctx: MemberCtx, { mentorshipId, rev }: ApprovePage): Promise<{ rev: number }> =>
  ctx.store.tx(async (tx) => {
    await takeTurn(tx, ctx.viewer)
    const ended = await mineEnded(tx, ctx, mentorshipId)
    const [held] = await tx.select().from(handovers).where(eq(handovers.mentorshipId, ended.id))
    if (!held || held.rev !== rev)
      throw new Problem(
        'conflict',
        'The page has changed since you read it. Read it again, then let them read it.',
      )
    if (held.approvedAt !== null) return { rev }
    if (!isOver(ended, ctx.today))
      throw new Problem(
        'conflict',
        'Your mentoring goes on until its last day. Let them read it the day after.',
      )
    const next = await nextOf(tx, held, ended)
    const now = {
      approvedAt: ctx.now,
      nextMentorshipId: next?.id ?? null,
      openUntil: next && openUntil(next),
    }
    await tx.update(handovers).set(now).where(eq(handovers.id, held.id))
    const refs = { mentorship: ended.id, handover: held.id }
    await record(tx, ctx, { type: 'handover.approved', personId: ctx.viewer, refs })
    await tellMentors(tx, ctx, [ended, ...(next ? [next] : [])])
    return { rev }
  })

async function tellMentors(tx: Tx, ctx: MemberCtx, chapters: MentorshipRow[]) {
  const name = await nameOf(tx, ctx.viewer)
  await tell(
    tx,
    ctx,
    chapters.map(({ id, mentorId }) => ({
      ...{
        personId: mentorId,
        aboutPersonId: ctx.viewer,
        kind: 'handover.approved',
        refs: { mentorship: id },
      },
      letter: readyLetter(ctx, name, id),
    })),
  )
}
