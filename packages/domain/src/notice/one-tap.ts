import { createHash, randomBytes } from 'node:crypto'
import { letterLinks, lt, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'

const DAY_MS = 86_400_000
/** Longer than the summer, so that a letter held over it still works. */
const USUAL_DAYS = 60

/** One thing that one person may do from a letter, once, without signing in. */
export interface Tap {
  personId: string
  /** As the registry of acts names it: 'connection.answer'. */
  act: string
  /** Whatever the act needs to know: ids and choices, never words. */
  input: Record<string, string>
  /** How long the button works. */
  days?: number
}

/**
 * Makes the address of a button for a letter, in the verb's own transaction. Whoever has the address may do this one
 * thing as this person and nothing else; only its SHA-256 is kept.
 */
export async function oneTap(tx: Tx, ctx: Ctx, { personId, act, input, days = USUAL_DAYS }: Tap) {
  const token = randomBytes(32).toString('base64url')
  const row = { id: tapId(token), personId, act, input }
  await tx
    .insert(letterLinks)
    .values({ ...row, createdAt: ctx.now, expiresAt: ctx.now + days * DAY_MS, usedAt: null })
  return `${ctx.origin}/do/${token}`
}

/** What is kept of a link's secret part. */
export const tapId = (token: string) => createHash('sha256').update(token).digest('hex')

const KEPT_DAYS = 90

/** Forgets buttons that ran out a quarter of a year ago; until then their page says that they have. */
export const forgetOldTaps = (ctx: Ctx) =>
  ctx.store.tx(async (tx) => {
    await tx.delete(letterLinks).where(lt(letterLinks.expiresAt, ctx.now - KEPT_DAYS * DAY_MS))
  })
