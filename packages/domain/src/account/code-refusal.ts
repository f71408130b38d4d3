import type { Tx } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'
import type { DoorCtx } from './door.ts'
import { neighbourhood, take } from './limits.ts'

/** Why a code did not work, to the person who typed it. */
export function codeRefusal(why: 'wrong' | 'over' | 'too_many') {
  const field = 'code'
  if (why === 'wrong')
    return new Problem(
      'bad_input',
      'That is not the code we sent. Check the six digits in the newest mail.',
      { field },
    )
  if (why === 'over')
    return new Problem(
      'gone',
      'That code has run out: it works once, for 15 minutes and five tries. Ask for a new one.',
      { field },
    )
  return new Problem('too_many', 'There were many wrong codes from here. Wait a few minutes, then try again.')
}

/** Counts a wrong code against the neighbourhood it came from. @returns false when there were too many from there */
export const takeGuess = (tx: Tx, ctx: DoorCtx) =>
  take(tx, ctx, `guess:from:${neighbourhood(ctx.ip)}`, { most: 100, refillMs: 15 * 60_000 })
