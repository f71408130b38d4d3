import { createHash } from 'node:crypto'
import { eq, idempotencyKeys, lt, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'

const KEPT_MS = 7 * 24 * 60 * 60_000

/**
 * Runs `act` once for a form's key, in the caller's transaction: a double click, a retry after a time-out or a page
 * sent twice gets the first one's answer and changes nothing. A refusal is not an answer: it may be tried again.
 * @param key from the form; keys of two people or two verbs never meet. Without one, `act` simply runs.
 */
export async function once<Result>(
  tx: Tx,
  ctx: Ctx,
  { key, verb }: { key: string | undefined; verb: string },
  act: () => Promise<Result>,
): Promise<Result> {
  if (!key) return act()
  const scoped = createHash('sha256')
    .update(JSON.stringify([ctx.viewer, verb, key]))
    .digest('hex')
  const [given] = await tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, scoped))
  if (given) return given.result as Result
  const result = await act()
  await tx
    .insert(idempotencyKeys)
    .values({ key: scoped, personId: ctx.viewer, verb, result: result ?? null, createdAt: ctx.now })
  return result
}

/** Forgets answers a week old. */
export async function forgetOldAnswers(tx: Tx, { now }: Ctx) {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, now - KEPT_MS))
}
