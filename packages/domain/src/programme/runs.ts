import { and, asc, eq, people, programmePairs, programmeRuns, type Reader } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import type { Programme } from './find.ts'
import type { Loaded } from './load-pool.ts'
import { NOBODY } from './match/propose.ts'

export type Run = typeof programmeRuns.$inferSelect
export type PairRow = typeof programmePairs.$inferSelect
type Read = Pick<Reader, 'select'>

/** @throws Problem not_found when the programme has no run of that number */
export async function runOf(read: Read, { id }: Programme, no: number): Promise<Run> {
  const [run] = await read
    .select()
    .from(programmeRuns)
    .where(and(eq(programmeRuns.programmeId, id), eq(programmeRuns.no, no)))
  if (!run) throw Problem.notFound()
  return run
}

/** Every mentee's line of a run, by name. */
export const pairsOf = async (read: Read, run: Pick<Run, 'id'>): Promise<PairRow[]> =>
  (
    await read
      .select({ pair: programmePairs })
      .from(programmePairs)
      .innerJoin(people, eq(people.id, programmePairs.menteeId))
      .where(eq(programmePairs.runId, run.id))
      .orderBy(asc(people.displayName), asc(people.id))
  ).map(({ pair }) => pair)

/** A run's pairs as numbers among the people who are in now; whoever is not in any more has nobody. */
export function asNumbers({ mentees, mentors }: Loaded, pairs: PairRow[]): Int32Array {
  const mentorOf = new Int32Array(mentees.size).fill(NOBODY)
  for (const { menteeId, mentorId } of pairs) {
    const mentee = mentees.get(menteeId)
    if (mentee !== undefined) mentorOf[mentee] = mentors.get(mentorId ?? '') ?? NOBODY
  }
  return mentorOf
}

/** How many of a run's people are not in any more, and how many are in whom it does not know. */
export function changedSince({ mentees, mentors }: Pick<Loaded, 'mentees' | 'mentors'>, pairs: PairRow[]) {
  const inRun = new Set(pairs.map(({ menteeId }) => menteeId))
  const gone = pairs.filter(
    ({ menteeId, mentorId }) => !mentees.has(menteeId) || (mentorId !== null && !mentors.has(mentorId)),
  )
  return { left: gone.length, joined: [...mentees.keys()].filter((id) => !inRun.has(id)).length }
}
