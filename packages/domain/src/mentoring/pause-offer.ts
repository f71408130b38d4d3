import type { Tx } from '@wirearchy/db'
import { addDays, type Day, type MemberCtx, Problem } from '@wirearchy/domain'
import { changeOffer } from './change-offer.ts'
import type { PauseOffer } from './input.ts'

const LONGEST_DAYS = 730

/**
 * Nobody asks the viewer until a day; on that day they may be asked again. Whoever they mentor stays.
 * @throws Problem bad_input for a day that is not ahead, or is more than two years away
 */
export const pauseOffer = (ctx: MemberCtx, { until }: PauseOffer) =>
  ctx.store.tx((tx) => pauseUntil(tx, ctx, until))

/** The same in the caller's transaction, for a mentor who says no and pauses at once. */
export async function pauseUntil(tx: Tx, ctx: MemberCtx, until: Day) {
  const refuse = (sentence: string) => new Problem('bad_input', sentence, { field: 'until' })
  if (until <= ctx.today) throw refuse('Choose a day after today.')
  if (until > addDays(ctx.today, LONGEST_DAYS))
    throw refuse('Choose a day within the next two years, or close your offer instead.')
  return changeOffer(tx, ctx, 'offer.paused', { pausedUntil: until })
}
