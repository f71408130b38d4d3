import { endings, type Tx } from '@wirearchy/db'
import { type Day, isOver, type MemberCtx, newId } from '@wirearchy/domain'
import { addSchoolDays, londonTime, nationOf } from '@wirearchy/domain/calendar'
import { enqueue } from '@wirearchy/domain/job'
import { record } from '@wirearchy/domain/ledger'
import { callOffAll } from '@wirearchy/domain/meeting'
import { chaptersOf, isGoingOn, type MentorshipRow, type Pair, pairOf } from '@wirearchy/domain/mentoring'
import { tell } from '@wirearchy/domain/notice'
import { endByHand } from '@wirearchy/domain/stint'
import { endedLetter } from './emails.ts'
import type { Finish } from './input.ts'
import { nameOf } from './name-of.ts'
import { takePairsTurn } from './write.ts'

/** Two terms of the three in a year of 190 school days. */
const ABOUT_TWO_TERMS = 127
const MORNING = 7 * 60 + 30

export interface Finished {
  mentorshipId: string
  /** The last day; null for one that never began. */
  finishedOn: Day | null
}

/**
 * Either of a pair ends it, at once and for no reason that anybody learns: whoever arranged it reads that it ended and
 * nothing else. The tie stays, the place is free. Ending twice is the same end; who did not end it may still leave words.
 */
export const finishMentoring = (ctx: MemberCtx, input: Finish): Promise<Finished> =>
  ctx.store.tx(async (tx) => {
    await takePairsTurn(tx, await pairOf(tx, ctx, input.mentorshipId))
    const pair = await pairOf(tx, ctx, input.mentorshipId)
    const chapters = await chaptersOf(tx, pair.mentorId, pair.menteeId)
    const open = chapters.filter((one) => isGoingOn(one, ctx.today))
    for (const one of open) await endByHand(tx, ctx, one)
    await callOffAll(tx, ctx, pair)
    const ended = open.findLast(({ startedOn }) => startedOn <= ctx.today) ?? pair.last
    const isNew = await leaveWords(tx, ctx, pair, ended, input)
    if (open.length > 0) await tellEnded(tx, ctx, pair, ended)
    else if (isNew && input.thanks) await tellThanks(tx, ctx, pair, ended)
    const finishedOn = lastDay(ctx, ended, open)
    return { mentorshipId: ended.id, finishedOn }
  })

function lastDay(ctx: MemberCtx, ended: MentorshipRow, open: MentorshipRow[]): Day | null {
  if (!open.includes(ended)) return ended.finishedOn
  return ended.startedOn <= ctx.today ? ctx.today : null
}

/** The words stand with the chapter that ended, once a side. @returns whether they are the first of this side */
async function leaveWords(
  tx: Tx,
  ctx: MemberCtx,
  { side, menteeId }: Pair,
  ended: MentorshipRow,
  input: Finish,
) {
  const { sentence, thanks, reason, askAgain } = input
  const id = newId(ctx.now)
  const askAgainOn = askAgain
    ? addSchoolDays(ctx.today, ABOUT_TWO_TERMS, await nationOf(tx, ctx.viewer))
    : null
  const row = { id, mentorshipId: ended.id, by: side, sentence, thanks, reason, askAgainOn }
  const written = await tx
    .insert(endings)
    .values({ ...row, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: endings.id })
  if (written.length === 0) return false
  const refs = { mentorship: ended.id, ending: id }
  await record(tx, ctx, { type: 'ending.written', personId: menteeId, refs })
  if (askAgainOn) {
    const job = { kind: 'mentoring.again', key: `mentoring.again:${id}`, payload: { endingId: id } }
    await enqueue(tx, ctx, { ...job, runAt: londonTime(askAgainOn, MORNING) })
  }
  return true
}

const about = (ctx: MemberCtx, { otherId }: Pair, { id }: MentorshipRow) => ({
  ...{ personId: otherId, aboutPersonId: ctx.viewer, refs: { mentorship: id } },
})

async function tellEnded(tx: Tx, ctx: MemberCtx, pair: Pair, ended: MentorshipRow) {
  const isThere = ended.startedOn <= ctx.today || isOver(ended, ctx.today)
  const href = isThere ? `/mentoring/${ended.id}` : '/mentoring'
  const letter = endedLetter(ctx, await nameOf(tx, ctx.viewer), href)
  await tell(tx, ctx, [{ ...about(ctx, pair, ended), kind: 'mentoring.ended', letter }])
}

const tellThanks = (tx: Tx, ctx: MemberCtx, pair: Pair, ended: MentorshipRow) =>
  tell(tx, ctx, [{ ...about(ctx, pair, ended), kind: 'mentoring.thanked' }])
