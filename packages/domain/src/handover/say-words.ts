import { eq, handovers, handoverWords, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { pairOf } from '@wirearchy/domain/mentoring'
import { tell } from '@wirearchy/domain/notice'
import { nameOf } from '@wirearchy/domain/space'
import { answeredLetter, saidLetter } from './emails.ts'
import type { SayWords } from './input.ts'
import { type Names, namesFor } from './names.ts'
import { type Approved, approvedPages, isOpen } from './pages.ts'

/**
 * One of the three says something about what is handed over.
 * @throws Problem not_found for anybody else · gone before the next mentor begins, and two weeks after
 */
export const sayWords = (
  ctx: MemberCtx,
  { mentorshipId, handoverId, words }: SayWords,
): Promise<{ id: string }> =>
  ctx.store.tx(async (tx) => {
    const pair = await pairOf(tx, ctx, mentorshipId)
    const page = (await approvedPages(tx, ctx, pair)).find(({ row }) => row.id === handoverId)
    if (!page) throw Problem.notFound()
    if (!isOpen(page, ctx.today))
      throw new Problem(
        'gone',
        'The three of you can write here for two weeks from the next mentor’s first day.',
      )
    const id = newId(ctx.now)
    await tx.insert(handoverWords).values({ id, handoverId, by: page.as, text: words, createdAt: ctx.now })
    const kept = { nextMentorshipId: page.next?.id ?? null, openUntil: page.until }
    await tx.update(handovers).set(kept).where(eq(handovers.id, handoverId))
    const refs = { mentorship: page.ended.id, handover: handoverId, word: id }
    await record(tx, ctx, { type: 'handover.said', personId: page.ended.menteeId, refs })
    await tellOthers(tx, ctx, page, await namesFor(tx, ctx, page))
    return { id }
  })

/** The two mentors need not know each other: what one says, the other hears of as something about the mentee. */
async function tellOthers(tx: Tx, ctx: MemberCtx, { ended, next, as }: Approved, names: Names) {
  const { menteeId } = ended
  const [mentee, speaker] = [await nameOf(tx, menteeId), await nameOf(tx, ctx.viewer)]
  const mentors = [
    { as: 'mentor' as const, held: ended },
    ...(next ? [{ as: 'next_mentor' as const, held: next }] : []),
  ].filter((one) => one.as !== as && names[one.as] !== null)
  const about = { aboutPersonId: menteeId, kind: 'handover.said' }
  const news = mentors.map(({ held }) => ({
    ...{ ...about, personId: held.mentorId, refs: { mentorship: held.id } },
    letter: saidLetter(ctx, mentee, held.id),
  }))
  await tell(tx, ctx, news)
  if (as === 'mentee') return
  const mine = as === 'mentor' ? ended : next
  const letter = answeredLetter(ctx, speaker, mine?.id ?? ended.id)
  const refs = { mentorship: mine?.id ?? ended.id }
  await tell(tx, ctx, [
    { personId: menteeId, aboutPersonId: ctx.viewer, kind: 'handover.answered', refs, letter },
  ])
}
