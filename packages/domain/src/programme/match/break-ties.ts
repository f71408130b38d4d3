import type { Lists } from './market.ts'

/** What decides between equals. */
export interface Tie {
  seed: number
  /** How well each entry of the lists suits; the higher comes first. */
  weight?: Int32Array
  /**
   * `each`: every owner draws for themselves, so that equal mentors are not everybody's first.
   * `one`: one draw for all owners, which leaves more mentees with their first choice (Abdulkadiroglu, Pathak, Roth 2009).
   */
  draw: 'each' | 'one'
}

/**
 * The same lists without ties: equals are put in order by weight, then by a draw that is always the same for a seed.
 * Whatever is stable in these lists is weakly stable in those with ties (Irving 1994; Irving, Manlove, Scott 2000).
 */
export function breakTies({ start, to, rank }: Lists, tie: Tie): Lists {
  const order = Int32Array.from(to.keys())
  const key = new Float64Array(to.length)
  for (let owner = 0; owner < start.length - 1; owner++) {
    const end = start[owner + 1]!
    for (let from = start[owner]!; from < end; ) {
      let until = from + 1
      while (until < end && rank[until] === rank[from]) until++
      if (until - from > 1) draw(order, key, { from, until, owner, to }, tie)
      from = until
    }
  }
  return { start, to: order.map((entry) => to[entry]!), rank: positions(start, to.length) }
}

interface Equals {
  from: number
  until: number
  owner: number
  to: Int32Array
}

function draw(
  order: Int32Array,
  key: Float64Array,
  { from, until, owner, to }: Equals,
  { seed, weight, draw }: Tie,
) {
  for (let entry = from; entry < until; entry++) {
    const lot = mixed(seed, draw === 'one' ? 0 : owner + 1, to[entry]!)
    key[entry] = lot - (weight?.[entry] ?? 0) * 2 ** 32
  }
  order.subarray(from, until).sort((a, b) => key[a]! - key[b]! || to[a]! - to[b]!)
}

function positions(start: Int32Array, length: number) {
  const at = new Int32Array(length)
  for (let owner = 0; owner < start.length - 1; owner++)
    for (let entry = start[owner]!; entry < start[owner + 1]!; entry++) at[entry] = entry - start[owner]!
  return at
}

/** Three numbers stirred into 32 bits (the finaliser of MurmurHash3, after each). */
const mixed = (seed: number, a: number, b: number) => stirred(stirred(stirred(seed) ^ a) ^ b) >>> 0

function stirred(number: number) {
  let h = (number ^ 0x9e3779b9) | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
