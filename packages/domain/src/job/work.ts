import { randomInt } from 'node:crypto'
import type { Ctx } from '@wirearchy/domain'
import { type ClaimedJob, claim, isAnythingDue } from './claim.ts'
import { finish, putBack } from './finish.ts'

/** Does one kind of job. What it throws puts the job back; what it writes for good, it writes in `tx` of its own. */
export type Handler = (ctx: Ctx, job: ClaimedJob) => Promise<void>
export type Handlers = Record<string, Handler>

export const LEASE_MS = 120_000
const CHANCES = 1_000

/**
 * Does the next thing that is due, if any.
 * @returns the job and how it went, or null when nothing was due
 */
export async function workOnce(
  ctx: Ctx,
  handlers: Handlers,
): Promise<{ job: ClaimedJob; error: unknown } | null> {
  if (!(await isAnythingDue(ctx))) return null
  const job = await ctx.store.tx((tx) => claim(tx, ctx, LEASE_MS))
  if (!job) return null
  const error = await doOne(ctx, job, handlers).catch(
    (thrown: unknown) => thrown ?? new Error('Nothing was thrown.'),
  )
  if (error === undefined) await ctx.store.tx((tx) => finish(tx, ctx, job))
  else
    await ctx.store.tx((tx) =>
      putBack(tx, ctx, job, { reason: reasonOf(error), chance: randomInt(CHANCES) / CHANCES }),
    )
  return { job, error }
}

async function doOne(ctx: Ctx, job: ClaimedJob, handlers: Handlers) {
  const handler = handlers[job.kind]
  if (!handler) throw new Error(`Nobody does jobs of the kind ${job.kind}.`)
  await handler(ctx, job)
}

/** A server's own words may hold an address: the name and the code of a fault are enough. */
function reasonOf(error: unknown) {
  if (!(error instanceof Error)) return 'unknown'
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return [error.name, code, responseCode].filter((part) => part !== undefined).join(' ')
}
