import { createHash } from 'node:crypto'
import type { Day } from '@wirearchy/domain'
import type { Suggest } from './input.ts'

/** A mentor who may be asked, as far as it decides their place among the others. */
export interface Candidate {
  id: string
  /** 1 in sight, 2 through somebody both know. */
  steps: number
  topics: string[]
  subjects: string[]
  phases: string[]
  ways: string[]
  /** What they say of their offer in their own words. */
  note: string | null
  /** Places free for the unit that is asked for. */
  places: number
  hasHours: boolean
  /** Asks that wait for their answer now. */
  held: number
  /** Those, and every other that reached them in the last four weeks. */
  lately: number
}

/** Who asks, and what of themselves they said. */
export interface Asker {
  id: string
  subjects: string[]
  phase: string | null
}

type Wanted = Pick<Suggest, 'topics' | 'ways' | 'soon'>

/**
 * The order in which mentors are suggested.
 * 1. Whoever holds an ask for every place they have comes last: no use in waiting in line.
 * 2. Fit, by the quarter: of the topics asked for, one's subject, phase and way, how many suit. Within a quarter all fit alike.
 * 3. Whom one can see comes before whom one knows through somebody.
 * 4. Who was asked least of late, so that the same mentor is not everyone's first.
 * 5. Chance, another for every asker and day, and the same all day.
 */
export function ranked(candidates: Candidate[], asker: Asker, wanted: Wanted, today: Day): Candidate[] {
  const placed = candidates.map((one) => ({ one, chance: chance(asker.id, today, one.id) }))
  const fit = new Map(candidates.map((one) => [one.id, quarter(one, asker, wanted)]))
  placed.sort(
    (a, b) =>
      Number(isSpokenFor(a.one)) - Number(isSpokenFor(b.one)) ||
      (fit.get(b.one.id) ?? 0) - (fit.get(a.one.id) ?? 0) ||
      a.one.steps - b.one.steps ||
      a.one.lately - b.one.lately ||
      (a.chance < b.chance ? -1 : 1),
  )
  return placed.map(({ one }) => one)
}

const isSpokenFor = ({ held, places }: Candidate) => held >= places

/** How much of what is wanted suits, in quarters from 0 to 3; what the asker never said of themselves is left out. */
function quarter(mentor: Candidate, asker: Asker, { topics, ways, soon }: Wanted): number {
  const suits = [
    ...topics.map((topic) => mentor.topics.includes(topic)),
    ...(asker.subjects.length > 0 ? [shared(asker.subjects, mentor.subjects).length > 0] : []),
    ...(asker.phase ? [mentor.phases.includes(asker.phase)] : []),
    ways.some((way) => mentor.ways.includes(way)),
    ...(soon === 'this_week' ? [mentor.hasHours] : []),
  ]
  return Math.min(3, Math.floor((4 * suits.filter(Boolean).length) / suits.length))
}

/** What two people both named, in the second one's words. */
export function shared(mine: string[], theirs: string[]): string[] {
  const named = new Set(mine.map((one) => one.toLocaleLowerCase('en-GB')))
  return theirs.filter((one) => named.has(one.toLocaleLowerCase('en-GB')))
}

const chance = (...parts: string[]) => createHash('sha256').update(parts.join(' ')).digest('hex')
