import { and, checkIns, eq, inArray, type Reader } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { isHoliday, nationOf } from '@wirearchy/domain/calendar'
import { type Pair, pairOf } from '@wirearchy/domain/mentoring'
import { coordinatorsOf } from './coordinators.ts'
import type { AnswerCheckIn, CheckInRef } from './input.ts'
import { nameOf } from './rows.ts'

export type CheckInRow = typeof checkIns.$inferSelect

/** A check-in of the viewer's own, and what it may lead to. The other of the pair has one of their own. */
export async function checkIn(ctx: MemberCtx, ref: CheckInRef) {
  const { read } = ctx.store
  const { pair, row } = await myCheckIn(read, ctx, ref)
  const { id, kind, useful, often, going, line, wants, answeredAt, skippedAt } = row
  const isAnswered = answeredAt !== null
  return {
    ...{ id, kind, useful, often, going, line, wants, mentorshipId: ref.mentorshipId, side: pair.side },
    otherName: await nameOf(read, pair.otherId),
    state: isAnswered ? ('answered' as const) : skippedAt === null ? ('open' as const) : ('lapsed' as const),
    isHoliday: isHoliday(ctx.today, await nationOf(read, ctx.viewer)),
    /** Who runs a programme with this pair, for a word if the viewer would like one. */
    coordinators: isAnswered ? await coordinatorsOf(read, ctx, pair) : [],
    goesOn: pair.current !== null,
  }
}

/**
 * Three taps and perhaps a line: kept for the one who wrote them alone.
 * @throws Problem not_found for anybody else's · conflict when it was answered · gone when its time is over
 */
export const answerCheckIn = (ctx: MemberCtx, input: AnswerCheckIn): Promise<{ checkInId: string }> =>
  ctx.store.tx(async (tx) => {
    const { row } = await myCheckIn(tx, ctx, input)
    if (row.answeredAt !== null)
      throw new Problem('conflict', 'You have answered this one already. The next one comes at half-term.')
    if (row.skippedAt !== null)
      throw new Problem(
        'gone',
        'Two school weeks have passed, so this one is closed. The next one comes at half-term.',
      )
    const { useful, often, going, line, wants } = input
    const answers = { useful, often, going, line, wants, answeredAt: ctx.now }
    await tx.update(checkIns).set(answers).where(eq(checkIns.id, row.id))
    return { checkInId: row.id }
  })

/** @throws Problem not_found for anybody else's, the other of the pair included */
export async function myCheckIn(
  read: Pick<Reader, 'select' | 'rows'>,
  ctx: MemberCtx,
  { mentorshipId, checkInId }: CheckInRef,
): Promise<{ pair: Pair; row: CheckInRow }> {
  const pair = await pairOf(read, ctx, mentorshipId)
  const theirs = and(eq(checkIns.id, checkInId), inArray(checkIns.mentorshipId, pair.chapterIds))
  const [row] = await read.select().from(checkIns).where(theirs)
  if (row?.by !== pair.side) throw Problem.notFound()
  return { pair, row }
}
