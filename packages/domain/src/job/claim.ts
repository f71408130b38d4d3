import { and, asc, eq, isNull, jobs, lte, or, sql, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'

export type ClaimedJob = typeof jobs.$inferSelect

/** What may be done now: not finished, not parked, due, and in nobody's hands. */
const due = (now: number) =>
  and(
    isNull(jobs.finishedAt),
    isNull(jobs.parkedAt),
    lte(jobs.runAt, now),
    or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, now)),
  )

/** Whether anything is due; a look without a write. */
export async function isAnythingDue({ store, now }: Ctx): Promise<boolean> {
  const found = await store.read.select({ id: jobs.id }).from(jobs).where(due(now)).limit(1)
  return found.length > 0
}

/**
 * Takes the job that has waited longest into one's hands, in one statement: two who ask at once get two jobs.
 * A holder who dies loses it when the lease runs out.
 * @param leaseMs how long nobody else may take it; longer than the work can last
 */
export async function claim(tx: Tx, { now }: Ctx, leaseMs: number): Promise<ClaimedJob | null> {
  const next = tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(due(now))
    .orderBy(asc(jobs.runAt), asc(jobs.id))
    .limit(1)
  const [job] = await tx
    .update(jobs)
    .set({ leasedUntil: now + leaseMs, tries: sql`${jobs.tries} + 1` })
    .where(eq(jobs.id, next))
    .returning()
  return job ?? null
}
