import { mentorships, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, newId } from '@wirearchy/domain'
import { nextNo, record } from '@wirearchy/domain/ledger'
import { endPast, pastOf } from './end-past.ts'
import type { Unit } from './input.ts'
import { openTerms } from './open-terms.ts'
import { chaptersOf, isGoingOn, type MentorshipRow } from './pair.ts'

interface Chapter {
  mentorId: string
  menteeId: string
  unit: Unit
  startedOn: Day
  requestId?: string
  programmeId?: string
  /** Who put the two together; the mentor who said yes when it was asked for. */
  arrangedById: string
}

/**
 * Opens a chapter of mentoring between two people, with no school in it, in the caller's transaction. When one goes on
 * already it stays theirs and gains the unit; a question or a call past its day is closed, and the next chapter follows it.
 * The words of their last agreement go on. Whether there is a place is the caller's to check first.
 * @returns the chapter's id
 */
export async function startChapter(tx: Tx, ctx: Ctx, chapter: Chapter): Promise<string> {
  const { mentorId, menteeId, unit, startedOn, requestId = null, programmeId = null, arrangedById } = chapter
  const before = (await chaptersOf(tx, mentorId, menteeId)).filter(({ voidedAt }) => voidedAt === null)
  const open = await openOf(tx, ctx, before, startedOn)
  const id = open?.id ?? newId(ctx.now)
  if (!open) {
    const no = await nextNo(tx, 'mentorships')
    await tx.insert(mentorships).values({
      ...{ id, no, mentorId, menteeId, kind: 'informal' as const, startedOn, arrangedById },
      ...{ continuesId: before.at(-1)?.id ?? null, createdAt: ctx.now },
    })
    const about = { happenedOn: startedOn, personId: menteeId, refs: { mentorship: id, mentor: mentorId } }
    await record(tx, ctx, { type: 'mentorship.started', ...about, after: { kind: 'informal' } })
  }
  await openTerms(tx, ctx, id, { mentorId, menteeId, unit, startedOn, requestId, programmeId })
  return id
}

/** The chapter that goes on, once those past their day are closed. */
async function openOf(tx: Tx, ctx: Ctx, chapters: MentorshipRow[], startedOn: Day) {
  const open: MentorshipRow[] = []
  for (const one of chapters.filter((each) => isGoingOn(each, ctx.today))) {
    const past = await pastOf(tx, ctx, one)
    if (past) await endPast(tx, ctx, one, past, startedOn)
    else open.push(one)
  }
  return open.at(-1)
}
