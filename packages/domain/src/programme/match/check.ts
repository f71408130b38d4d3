import type { Lists, Market } from './market.ts'

/** What is wrong with a matching; all 0 when nothing is. */
export interface Faults {
  /** Mentee and mentor who would both rather have each other. */
  blocking: number
  /** Pairs of whom one is not on the other's list. */
  unacceptable: number
  /** Mentees whom mentors have beyond their places. */
  over: number
}

/**
 * Looks at a matching from the definition alone, knowing nothing of how it was found: for every mentee, every mentor
 * whom they would strictly rather have, and whether that mentor has a place free or somebody they strictly less want.
 * @param mentorOf each mentee's mentor; below 0 for none
 * @param isHeld true for a mentee whose pair a lead made, whatever the lists say: it is left as it is, place and all
 */
export function check(market: Market, mentorOf: Int32Array, isHeld = (_mentee: number) => false): Faults {
  const [wishes, ranks] = [rankings(market.mentees), rankings(market.mentors)]
  const menteesOf = ranks.map((): number[] => [])
  mentorOf.forEach((mentor, mentee) => {
    if (mentor >= 0) menteesOf[mentor]!.push(mentee)
  })
  const faults = { blocking: 0, unacceptable: 0, over: 0 }
  menteesOf.forEach((mentees, mentor) => {
    faults.over += Math.max(0, mentees.length - market.places[mentor]!)
    faults.unacceptable += mentees.filter(
      (mentee) => !isHeld(mentee) && !(wishes[mentee]!.has(mentor) && ranks[mentor]!.has(mentee)),
    ).length
  })
  const worst = menteesOf.map((mentees, mentor) => {
    const [own, held] = [mentees.filter((mentee) => !isHeld(mentee)), mentees.filter(isHeld).length]
    if (mentees.length < market.places[mentor]!) return Number.POSITIVE_INFINITY
    if (held >= market.places[mentor]!) return Number.NEGATIVE_INFINITY
    return Math.max(...own.map((mentee) => ranks[mentor]!.get(mentee) ?? Number.POSITIVE_INFINITY))
  })
  wishes.forEach((wished, mentee) => {
    if (isHeld(mentee)) return
    const now = wished.get(mentorOf[mentee]!) ?? Number.POSITIVE_INFINITY
    for (const [mentor, rank] of wished) {
      const theirs = ranks[mentor]!.get(mentee)
      if (rank < now && theirs !== undefined && theirs < worst[mentor]!) faults.blocking++
    }
  })
  return faults
}

/** Each one's list as whom they rank how. */
function rankings({ start, to, rank }: Lists): Map<number, number>[] {
  return Array.from({ length: start.length - 1 }, (_, owner) => {
    const own = new Map<number, number>()
    for (let entry = start[owner]!; entry < start[owner + 1]!; entry++) own.set(to[entry]!, rank[entry]!)
    return own
  })
}
