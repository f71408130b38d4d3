import type { Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { takeTurn } from '@wirearchy/domain/stint'
import { mayBeNudged } from './board.ts'
import { boardFor } from './boards.ts'
import type { NudgePairs } from './input.ts'
import { nudge } from './nudge.ts'
import { type BoardPair, freeSides, pairsOf } from './pairs.ts'

const MOST_AT_ONCE = 200

/**
 * Whoever looks after a programme, or a school's pairs, reminds one pair or all that wait or have gone quiet. Each side
 * hears at most once a fortnight, from whomever, and never in their holidays; they see who asked.
 * @returns how many pairs were reminded, and how many were left because they had been lately or it is their holidays
 * @throws Problem not_found for a board or pair of others · conflict when a single pair cannot be reminded now
 */
export const nudgePairs = (ctx: MemberCtx, { id, mentorshipId }: NudgePairs) =>
  ctx.store.tx(async (tx) => {
    const asked = await pairsAsked(tx, ctx, id, mentorshipId)
    for (const menteeId of new Set(asked.map(({ facts }) => facts.menteeId))) await takeTurn(tx, menteeId)
    const pairs = await pairsAsked(tx, ctx, id, mentorshipId)
    const free = pairs.filter((pair) => mayBeNudged(ctx, pair)).slice(0, MOST_AT_ONCE)
    if (mentorshipId && free.length === 0) throw notNow(pairs[0])
    for (const { facts } of free)
      await nudge(tx, ctx, facts, {
        why: 'coordinator',
        byId: ctx.viewer,
        sides: freeSides(facts, ctx.today),
      })
    return { nudged: free.length, left: pairs.length - free.length }
  })

async function pairsAsked(tx: Tx, ctx: MemberCtx, id: string, mentorshipId: string | undefined) {
  const pairs = await pairsOf(tx, ctx, await boardFor(tx, ctx, { id }))
  if (!mentorshipId) return pairs.filter(({ state }) => state === 'waiting' || state === 'quiet')
  const one = pairs.filter(({ facts }) => facts.mentorshipId === mentorshipId)
  if (one.length === 0) throw Problem.notFound()
  return one
}

const notNow = (pair: BoardPair | undefined) =>
  new Problem(
    'conflict',
    pair?.state === 'waiting' || pair?.state === 'quiet'
      ? 'They were reminded in the last fortnight, or it is a holiday or weekend for them. Try again on a school day later.'
      : 'There is nothing to remind them of. Look at the board again.',
  )
