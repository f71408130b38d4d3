import type { Tx } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import type { DoorCtx } from './door.ts'
import { neighbourhood, takeAll } from './limits.ts'

const MINUTE = 60_000

/**
 * Takes a turn at asking for a letter. A lecture theatre of 400 behind one address of the internet may all ask at
 * once; one mailbox may not be filled.
 * @throws Problem too_many
 */
export async function takeTurn(tx: Tx, ctx: DoorCtx, email: string) {
  const empty = await takeAll(tx, ctx, [
    [`code:to:${email}`, { most: 6, refillMs: 60 * MINUTE }],
    [`code:from:${neighbourhood(ctx.ip)}`, { most: 600, refillMs: 60 * MINUTE }],
    ['code:all', { most: 3_000, refillMs: 10 * MINUTE }],
  ])
  if (!empty) return
  const sentence = empty.startsWith('code:to:')
    ? 'We have sent several codes to that address. Look for the newest mail, also in spam, or wait ten minutes and try again.'
    : 'Many people are asking for codes just now. Wait a few minutes, then try again.'
  throw new Problem('too_many', sentence)
}
