import { inList, people, sql, type Tx } from '@wirearchy/db'
import { type Day, type MemberCtx, Problem } from '@wirearchy/domain'
import type { Programme } from './find.ts'
import type { PairRow } from './runs.ts'
import { startAlike } from './start-alike.ts'
import { startThere } from './start-there.ts'

/** A line of a run whose two are mentor and mentee by now, from a day on. */
export interface Begun extends PairRow {
  mentorId: string
  mentorshipId: string
  startedOn: Day
}

/** A line of a run that has a mentor. */
export type Matched = PairRow & { mentorId: string }

/**
 * Makes every pair of a run a mentoring, from the programme's first day on, or from today when that is past. A training
 * group's pair is the two people's own; a school's is part of their stays there, and ends with them.
 */
export async function startAll(
  tx: Tx,
  ctx: MemberCtx,
  programme: Programme,
  pairs: PairRow[],
): Promise<Begun[]> {
  const isMatched = (pair: PairRow): pair is Matched => pair.mentorId !== null
  const matched = inOrder(pairs.filter(isMatched), ({ menteeId }) => menteeId)
  await takeTurns(tx, [...new Set(matched.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))])
  const startsOn = later(ctx.today, programme.startsOn ?? ctx.today)
  const begun = programme.schoolId
    ? await startThere(tx, ctx, { schoolId: programme.schoolId, startsOn }, matched)
    : await startAlike(tx, ctx, { programme, startsOn }, matched)
  await note(tx, begun)
  return begun
}

/** Which mentoring each line became, in one statement: one for each of thousands slows all that follow. */
const note = (tx: Tx, begun: Begun[]) =>
  tx.exec(sql`update programme_pairs set mentorship_id = substr(made.value, 38)
    from (${inList(begun.map(({ id, mentorshipId }) => `${id} ${mentorshipId}`))}) made
    where programme_pairs.id = substr(made.value, 1, 36)`)

/** Everybody's turn at once: whoever changes one of these people waits, and has not made them somebody else by now. */
async function takeTurns(tx: Tx, personIds: string[]) {
  const them = sql`id in (${inList(personIds)}) and status = 'active'`
  await tx
    .update(people)
    .set({ rev: sql`${people.rev} + 1` })
    .where(them)
  if ((await tx.$count(people, them)) !== personIds.length) throw Problem.notFound()
}

/** In the order of an index, so that thousands of rows go through it once and not back and forth. */
const inOrder = <One>(all: One[], by: (one: One) => string): One[] =>
  all.toSorted((one, other) => (by(one) < by(other) ? -1 : 1))

const later = (one: Day, other: Day) => (one > other ? one : other)
