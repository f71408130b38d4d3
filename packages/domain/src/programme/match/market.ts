/** Everybody's people in order of preference, one list after another. */
export interface Lists {
  /** Where each one's list begins; the last says where all end, so there is one more than there are people. */
  start: Int32Array
  /** Who stands on it. */
  to: Int32Array
  /** The rank that the list's owner gives, rising along the list; equal ranks are a tie. */
  rank: Int32Array
}

/**
 * Mentees and mentors with whom each would accept. A pair can be made only where each is on the other's list.
 * Numbers alone: it knows no person, no database and no clock.
 */
export interface Market {
  mentees: Lists
  mentors: Lists
  /** How many mentees each mentor takes. */
  places: Int32Array
}

/** Lists out of rows, for whoever has them as rows: each row holds `[who, rank]` in order of rank. */
export function listsOf(rows: [who: number, rank: number][][]): Lists {
  const start = new Int32Array(rows.length + 1)
  rows.forEach((row, owner) => {
    start[owner + 1] = start[owner]! + row.length
  })
  const all = rows.flat()
  return { start, to: Int32Array.from(all, ([who]) => who), rank: Int32Array.from(all, ([, rank]) => rank) }
}

/** How many people have a list. */
export const countOf = ({ start }: Lists): number => start.length - 1
