import { eq, moves, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, daysBetween, newId } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { type MoveRow, openMoves } from './refresh-moves.ts'
import type { Source } from './word.ts'

export interface MoveAbout {
  personId: string
  fromStintId: string | null
  toSchoolId: string | null
  leaveOn: Day | null
  startOn: Day | null
  destination: MoveRow['destination']
  reportedAs: Source
}

/** A move already reported within this many days of another side's day is the same move. */
const NEAR_DAYS = 92

/** The open move that a report speaks of, whichever side spoke first; null when it is the first to speak. */
export async function moveSpokenOf(tx: Tx, about: MoveAbout): Promise<MoveRow | null> {
  const open = (await openMoves(tx, about.personId)).reverse()
  return (
    open.find(
      (move) =>
        about.fromStintId !== null &&
        move.fromStintId === about.fromStintId &&
        !isSettledElsewhere(move, about),
    ) ??
    open.find(
      (move) => about.toSchoolId !== null && move.toSchoolId === about.toSchoolId && isNear(move, about),
    ) ??
    open.find((move) => lacksThisSide(move, about) && isNear(move, about)) ??
    null
  )
}

/** A move that is complete and leads to another school is over: what is said now is about a new one. */
const isSettledElsewhere = (move: MoveRow, { toSchoolId }: MoveAbout) =>
  move.state === 'complete' && toSchoolId !== null && move.toSchoolId !== toSchoolId

const lacksThisSide = (move: MoveRow, { fromStintId, toSchoolId }: MoveAbout) =>
  toSchoolId !== null
    ? move.toSchoolId === null && (move.destination === 'undecided' || move.destination === 'school')
    : fromStintId !== null && move.fromStintId === null && move.leaveOn === null

function isNear(move: MoveRow, { leaveOn, startOn }: MoveAbout) {
  const [mine, theirs] = [startOn ?? leaveOn, move.startOn ?? move.leaveOn]
  return mine !== null && theirs !== null && Math.abs(daysBetween(mine, theirs)) <= NEAR_DAYS
}

/** Writes a new move. Its state and days follow from what is said of it. */
export async function openMove(tx: Tx, ctx: Ctx, about: MoveAbout): Promise<MoveRow> {
  const values = {
    ...about,
    id: newId(ctx.now),
    telling: {},
    state: 'half_reported' as const,
    createdAt: ctx.now,
  }
  const [move] = await tx
    .insert(moves)
    .values({ ...values, reportedById: ctx.viewer })
    .returning()
  if (!move) throw new Error('A move was not written.')
  const { personId, toSchoolId, fromStintId } = about
  const refs = { move: move.id, ...(fromStintId ? { stint: fromStintId } : {}) }
  await record(tx, ctx, { type: 'move.reported', personId, schoolId: toSchoolId, refs, after: { ...about } })
  return move
}

/** The move with what this side adds to it. */
export async function joinMove(tx: Tx, move: MoveRow, about: Partial<MoveAbout>): Promise<MoveRow> {
  const { toSchoolId = move.toSchoolId, destination = move.destination } = about
  await tx.update(moves).set({ toSchoolId, destination }).where(eq(moves.id, move.id))
  return { ...move, toSchoolId, destination }
}
