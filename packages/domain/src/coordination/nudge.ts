import { nudges, type Tx } from '@wirearchy/db'
import { type Ctx, newId } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import type { Side } from '@wirearchy/domain/mentoring'
import { type News, oneTap, tell } from '@wirearchy/domain/notice'
import { nudgedLetter, quietLetter, unbookedLetter } from './emails.ts'
import type { PairFacts } from './facts.ts'
import { isLately } from './lately.ts'

export interface Nudge {
  why: 'unbooked' | 'quiet' | 'coordinator'
  /** Who presses; nobody when the house does. */
  byId: string | null
  sides: Side[]
}

const LETTERS = { unbooked: unbookedLetter, quiet: quietLetter, coordinator: nudgedLetter }

/**
 * Reminds sides of a pair, in the caller's transaction, once it is known that they may be. To a pair of whom one is on a
 * break nothing goes, nor to who was reminded lately in another chapter of the two; whoever pressed cannot tell, for both
 * are nobody's business.
 */
export async function nudge(tx: Tx, ctx: Ctx, pair: PairFacts, { why, byId, sides }: Nudge) {
  const { mentorshipId } = pair
  await tx
    .insert(nudges)
    .values(sides.map((to) => ({ id: newId(ctx.now), mentorshipId, to, why, byId, createdAt: ctx.now })))
  const refs = { mentorship: mentorshipId }
  await record(tx, ctx, { type: 'mentorship.nudged', personId: pair.menteeId, refs, after: { why, sides } })
  if (pair.isAway) return
  const heardAt = { mentor: pair.mentorHeardAt, mentee: pair.menteeHeardAt }
  for (const side of sides.filter((one) => !isLately(heardAt[one], ctx.today)))
    await tell(tx, ctx, [await newsFor(tx, ctx, pair, side, why)])
}

async function newsFor(tx: Tx, ctx: Ctx, pair: PairFacts, side: Side, why: Nudge['why']): Promise<News> {
  const { mentorshipId, mentorId, menteeId } = pair
  const [personId, aboutPersonId] = side === 'mentor' ? [mentorId, menteeId] : [menteeId, mentorId]
  const name = side === 'mentor' ? pair.mentee : pair.mentor
  const finish = await oneTap(tx, ctx, { personId, act: 'mentoring.finish', input: { mentorshipId } })
  return {
    ...{ personId, aboutPersonId, kind: `nudge.${why}` },
    refs: { mentorship: mentorshipId },
    letter: LETTERS[why](ctx, { mentorshipId, name, finish }),
  }
}
