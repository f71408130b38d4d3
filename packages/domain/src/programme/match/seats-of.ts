import { countOf, type Lists } from './market.ts'

/**
 * For each entry of the mentees' lists, where that mentee stands in that mentor's list (an index into `mentors.to`),
 * or -1 when the mentor does not accept them. Two passes over the lists and no table of pairs: the mentors' entries
 * are put in order of mentee by counting, then laid out for one mentee at a time.
 */
export function seatsOf(mentees: Lists, mentors: Lists): Int32Array {
  const { from, entry, owner } = byMentee(mentors, countOf(mentees))
  const seatAt = new Int32Array(countOf(mentors)).fill(-1)
  const seats = new Int32Array(mentees.to.length)
  for (let mentee = 0; mentee < countOf(mentees); mentee++) {
    const [first, last] = [from[mentee]!, from[mentee + 1]!]
    for (let at = first; at < last; at++) seatAt[owner[at]!] = entry[at]!
    for (let at = mentees.start[mentee]!; at < mentees.start[mentee + 1]!; at++)
      seats[at] = seatAt[mentees.to[at]!]!
    for (let at = first; at < last; at++) seatAt[owner[at]!] = -1
  }
  return seats
}

/** The mentors' entries in order of mentee. */
function byMentee({ start, to }: Lists, count: number) {
  const from = new Int32Array(count + 1)
  for (const mentee of to) from[mentee + 1]!++
  for (let mentee = 0; mentee < count; mentee++) from[mentee + 1]! += from[mentee]!
  const next = from.slice()
  const [entry, owner] = [new Int32Array(to.length), new Int32Array(to.length)]
  for (let mentor = 0; mentor < start.length - 1; mentor++) {
    for (let seat = start[mentor]!; seat < start[mentor + 1]!; seat++) {
      const at = next[to[seat]!]!++
      entry[at] = seat
      owner[at] = mentor
    }
  }
  return { from, entry, owner }
}
