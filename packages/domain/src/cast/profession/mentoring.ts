import { dayOf, FIRST_YEAR, OPEN, TODAY } from './days.ts'
import type { People } from './groups.ts'
import type { Random } from './random.ts'
import type { Stints } from './stints.ts'

export type Mentorships = { mentor: Int32Array; mentee: Int32Array; from: Int32Array; to: Int32Array }
export type MentorProfiles = { person: Int32Array; capacity: Int32Array }

const TWO_YEARS = 730

/** A mentor or two for each new teacher: a colleague two years ahead, else somebody of their phase and region. */
export function makeMentorships(
  random: Random,
  people: People,
  colleague: (random: Random, person: number, fits: (other: number) => boolean) => number,
): Mentorships {
  const rows: [mentor: number, mentee: number, from: number][] = []
  for (let mentee = 0; mentee < people.count; mentee++) {
    if (people.entryYear[mentee]! < FIRST_YEAR + 2) continue
    const ahead = (other: number) => people.entryYear[other]! + 2 <= people.entryYear[mentee]!
    const mentors = new Set<number>()
    for (let wanted = random.chance(0.4) ? 2 : 1; wanted > 0; wanted--) {
      const near = colleague(random, mentee, ahead)
      const mentor = near < 0 ? elsewhere(random, people, mentee, ahead) : near
      if (mentor >= 0) mentors.add(mentor)
    }
    for (const mentor of mentors) rows.push([mentor, mentee, dayOf(people.entryYear[mentee]!, 9, 1)])
  }
  const from = Int32Array.from(rows, (row) => row[2])
  return {
    mentor: Int32Array.from(rows, (row) => row[0]),
    mentee: Int32Array.from(rows, (row) => row[1]),
    from,
    to: from.map((day) => day + TWO_YEARS - 1),
  }
}

function elsewhere(random: Random, people: People, mentee: number, ahead: (other: number) => boolean) {
  for (let tries = 0; tries < 60; tries++) {
    const other = random.below(people.count)
    const alike =
      people.phase[other] === people.phase[mentee] && people.region[other] === people.region[mentee]
    if (alike && other !== mentee && ahead(other)) return other
  }
  return -1
}

/** One in seven of those in post with two years behind them offers to mentor one to four people. */
export function makeProfiles(random: Random, people: People, stints: Stints): MentorProfiles {
  const inPost = new Set(
    stints.person.filter((_, row) => stints.to[row] === OPEN && stints.from[row]! <= TODAY),
  )
  const rows: [number, number][] = []
  for (let person = 0; person < people.count; person++) {
    if (!inPost.has(person) || people.entryYear[person]! > 2023 || !random.chance(0.14)) continue
    rows.push([person, 1 + random.below(4)])
  }
  return { person: Int32Array.from(rows, (row) => row[0]), capacity: Int32Array.from(rows, (row) => row[1]) }
}
