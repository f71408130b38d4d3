import type { Facts } from './facts.ts'
import { ties } from './ties.ts'
import type { Asking, Ego, Tie } from './types.ts'

/**
 * The closest ties of a person for a picture: a connection before mentoring, before a training group,
 * before a school; then whoever they last shared days with, then by number. `total` counts all.
 */
export function ego(facts: Facts, person: number, asOf: number, limit: number, asking: Asking = {}): Ego {
  const all = ties(facts, person, asOf, asking)
  const ranked = all.map((tie) => ({ tie, last: lastShared(tie, asOf) }))
  ranked.sort((a, b) => weight(b.tie) - weight(a.tie) || b.last - a.last || a.tie.person - b.tie.person)
  return { people: ranked.slice(0, limit).map(({ tie }) => tie), total: all.length }
}

/** From strong to weak, CONNECTION, MENTOR, GROUP, NEARBY: the bits of the mask with the lowest two exchanged. */
const weight = ({ mask }: Tie) => (mask & 12) | ((mask & 1) << 1) | ((mask & 2) >> 1)

const lastShared = ({ reasons }: Tie, asOf: number) =>
  reasons.reduce((last, { to }) => Math.max(last, Math.min(to, asOf)), Number.NEGATIVE_INFINITY)
