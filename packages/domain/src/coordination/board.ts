import type { MemberCtx } from '@wirearchy/domain'
import { boardFor } from './boards.ts'
import { figuresOf } from './figures.ts'
import type { BoardPage } from './input.ts'
import { type BoardPair, freeSides, pairsOf } from './pairs.ts'
import { waitedFor } from './state.ts'

const A_PAGE = 100

/**
 * How the pairs of a programme, or of a school, stand: who they are, since when, and one word for each. Never what they
 * say, want, agreed on or wrote, when they met, why or by whom it ended.
 * @throws Problem not_found to who does not look after it
 */
export async function board(ctx: MemberCtx, { id, page }: BoardPage) {
  const { schoolId: _, ...found } = await boardFor(ctx.store.read, ctx, { id })
  const pairs = await pairsOf(ctx.store.read, ctx, { ...found, schoolId: _ })
  return {
    board: found,
    rows: pairs.slice((page - 1) * A_PAGE, page * A_PAGE).map((pair) => rowOf(ctx, pair)),
    page,
    pages: Math.max(1, Math.ceil(pairs.length / A_PAGE)),
    figures: figuresOf(pairs),
    /** How many could be reminded by one press just now. */
    canNudge: pairs.filter((pair) => mayBeNudged(ctx, pair)).length,
  }
}

/** Who waits or has gone quiet, unless both were reminded lately or it is their holidays. */
export const mayBeNudged = ({ today }: MemberCtx, { facts, state }: BoardPair) =>
  (state === 'waiting' || state === 'quiet') && freeSides(facts, today).length > 0

/** A pair as its board shows it. */
export function rowOf(ctx: MemberCtx, pair: BoardPair) {
  const { facts, state } = pair
  const { mentorshipId, mentee, mentor, startedOn } = facts
  const waited = state === 'waiting' ? waitedFor(facts, ctx.today) : null
  return { mentorshipId, mentee, mentor, startedOn, state, waited, canNudge: mayBeNudged(ctx, pair) }
}
export type BoardRow = ReturnType<typeof rowOf>
