import { eq, limits, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'

export interface Bucket {
  /** How many at once when the bucket is full. */
  most: number
  /** Milliseconds in which an empty bucket fills up again. */
  refillMs: number
}

/**
 * Takes one token from a bucket of the `limits` table.
 * @returns false when it is empty; then nothing is taken
 */
export async function take(tx: Tx, ctx: Ctx, key: string, { most, refillMs }: Bucket): Promise<boolean> {
  const [row] = await tx.select().from(limits).where(eq(limits.key, key))
  const gained = row ? ((ctx.now - row.updatedAt) / refillMs) * most : most
  const tokens = Math.min(most, (row?.tokens ?? 0) + Math.max(0, gained))
  if (tokens < 1) return false
  const next = { tokens: tokens - 1, updatedAt: ctx.now }
  await tx
    .insert(limits)
    .values({ key, ...next })
    .onConflictDoUpdate({ target: limits.key, set: next })
  return true
}

/** Takes one token from each bucket. @returns the first key that had none, or null */
export async function takeAll(
  tx: Tx,
  ctx: Ctx,
  buckets: [key: string, bucket: Bucket][],
): Promise<string | null> {
  for (const [key, bucket] of buckets) if (!(await take(tx, ctx, key, bucket))) return key
  return null
}

/** The neighbourhood an address on the internet belongs to: /24 of IPv4, /56 of IPv6. */
export function neighbourhood(ip: string): string {
  const v4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(ip)
  return v4?.[1] ?? ip.split(':').slice(0, 4).join(':').slice(0, 17)
}
