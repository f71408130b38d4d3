import { countOf, type Lists } from './market.ts'

/** The most ranks that anybody gives. */
export const MOST_RANKS = 20

/** For each owner of a list, whom they rank how: 1, 2, 3 … without gaps, equals alike. */
export const ranksOf = (lists: Lists): Map<number, number>[] =>
  Array.from({ length: countOf(lists) }, (_, owner) => {
    const own = new Map<number, number>()
    let [rank, before] = [0, Number.NaN]
    for (let at = lists.start[owner]!; at < lists.start[owner + 1]!; at++) {
      if (lists.rank[at] !== before) rank++
      before = lists.rank[at]!
      own.set(lists.to[at]!, rank)
    }
    return own
  })
