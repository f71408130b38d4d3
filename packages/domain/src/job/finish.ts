import { and, eq, isNull, jobs, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import type { ClaimedJob } from './claim.ts'

const MOST_TRIES = 8
const FIRST_WAIT_MS = 15_000
const LONGEST_WAIT_MS = 6 * 60 * 60_000

/** Only the try that holds a job may end it: the number of tries is its fence. */
const held = ({ id, tries }: ClaimedJob) =>
  and(eq(jobs.id, id), eq(jobs.tries, tries), isNull(jobs.finishedAt))

/** Ends a job. @returns false when it has meanwhile gone to another holder; then nothing is written */
export async function finish(tx: Tx, { now }: Ctx, job: ClaimedJob): Promise<boolean> {
  const ended = await tx
    .update(jobs)
    .set({ finishedAt: now, leasedUntil: null })
    .where(held(job))
    .returning({ id: jobs.id })
  return ended.length === 1
}

/**
 * Puts a job back for a later try, each wait about twice the last with a little chance in it; after eight tries it is
 * parked for somebody to look at.
 * @param reason what went wrong, without anybody's name or words
 * @param chance from 0 to 1, so that many jobs do not all come back at once
 */
export async function putBack(
  tx: Tx,
  { now }: Ctx,
  job: ClaimedJob,
  { reason, chance }: { reason: string; chance: number },
) {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (job.tries - 1)) * (0.75 + chance / 2)
  const next = job.tries >= MOST_TRIES ? { parkedAt: now } : { runAt: now + Math.round(wait) }
  await tx
    .update(jobs)
    .set({ ...next, leasedUntil: null, lastError: reason.slice(0, 300) })
    .where(held(job))
}
