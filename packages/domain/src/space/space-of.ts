import type { MemberCtx } from '@wirearchy/domain'
import {
  chaptersOf,
  type MentorshipRow,
  type Pair,
  pairOf,
  type Side,
  standsTooNear,
} from '@wirearchy/domain/mentoring'
import type { MentorshipId } from '@wirearchy/domain/mentoring/input'
import { isByHand, knowsEnd } from '@wirearchy/domain/stint'
import { agreementSeen, latestAgreement } from './agreement.ts'
import { chaptersSeen } from './chapters.ts'
import { endingsSeen } from './endings.ts'
import { openGoals, pastGoals } from './goals.ts'
import { nameOf } from './name-of.ts'
import { latestNotes } from './notes.ts'

const LATEST_NOTES = 5

/**
 * All that a pair has made of their mentoring, for one of the two, over every chapter of theirs.
 * @throws Problem not_found for anybody else
 */
export async function spaceOf(ctx: MemberCtx, { mentorshipId }: MentorshipId) {
  const { read } = ctx.store
  const pair = await pairOf(read, ctx, mentorshipId)
  const rows = await chaptersOf(read, pair.mentorId, pair.menteeId)
  const [terms, open, past] = [
    await latestAgreement(read, pair),
    await openGoals(read, pair),
    await pastGoals(read, pair),
  ]
  return {
    mentorshipId,
    side: pair.side as Side,
    other: { id: pair.otherId, name: await nameOf(read, pair.otherId) },
    isOver: pair.current === null,
    /** One of the two has a say in how the other is assessed, as things have come: both are told while it goes on. */
    isTooNear:
      pair.current !== null && (await standsTooNear(read, asMentee(ctx, pair), pair.mentorId, ANYWHERE)),
    /** The day on which it begins, while that is ahead. */
    beginsOn: beginsOn(ctx, rows),
    chapters: await chaptersSeen(read, ctx, rows),
    /** A school's chapter that a move ended, and that either may carry on in one tap. */
    mayKeep: mayKeep(ctx, rows),
    agreement: agreementSeen(pair, terms),
    goals: open,
    pastGoals: past,
    notes: await latestNotes(read, pair, LATEST_NOTES),
    endings: await endingsSeen(read, pair),
  }
}

export type Space = Awaited<ReturnType<typeof spaceOf>>

const ANYWHERE = { outsideMySchool: false }
const asMentee = (ctx: MemberCtx, { menteeId }: Pair): MemberCtx => ({ ...ctx, viewer: menteeId })

const standing = (rows: MentorshipRow[]) => rows.filter(({ voidedAt }) => voidedAt === null)

function beginsOn({ today }: MemberCtx, rows: MentorshipRow[]) {
  const all = standing(rows)
  return all.some(({ startedOn }) => startedOn <= today) ? null : (all[0]?.startedOn ?? null)
}

function mayKeep(ctx: MemberCtx, rows: MentorshipRow[]): string | null {
  const all = standing(rows)
  const last = all.at(-1)
  if (last?.kind !== 'statutory' || last.finishedOn === null || isByHand(last)) return null
  return knowsEnd(ctx, last) ? last.id : null
}
