import { type Lists, listsOf } from '../market.ts'
import type { Pool } from '../pool.ts'
import { numbers } from './markets.ts'

const [SUBJECTS, TOWNS, PHASES] = [18, 40, 4]
const NONE: [number, number][] = []

/**
 * A pool as a region might have it, from a seed: subjects and towns of very different sizes, mentors with one to five
 * places, seven mentees in ten who wish for up to five mentors whom they would find (subject first, some ties), a
 * third of mentors with wishes, a few people apart, some known in common.
 */
export function madePool(mentees: number, mentors: number, seed: number, most = 40): Pool {
  const next = numbers(seed)
  const some = (count: number) => Math.floor(next() ** 2 * count)
  const each = (count: number, of: () => number) => Int32Array.from({ length: count }, of)
  const subject = each(mentees, () => some(SUBJECTS))
  const subjects = Array.from({ length: mentors }, () => [some(SUBJECTS)])
  const bySubject = Array.from({ length: SUBJECTS }, (_, one) =>
    [...subjects.keys()].filter((mentor) => subjects[mentor]!.includes(one)),
  )
  const like = (mentee: number) => {
    const same = bySubject[subject[mentee]!]!
    return same.length > 0 && next() < 0.9
      ? same[Math.floor(next() ** 1.3 * same.length)]!
      : Math.floor(next() * mentors)
  }
  const draws = (owners: number, share: number, of: (owner: number) => number, ties = 0.2) =>
    listsOf(
      Array.from({ length: owners }, (_, owner) => (next() < share ? drawn(owner, of, next, ties) : NONE)),
    )
  return {
    mentees: { subject, phase: each(mentees, () => some(PHASES)), town: each(mentees, () => some(TOWNS)) },
    mentors: {
      ...{ subjects, phases: Array.from({ length: mentors }, () => [some(PHASES)]) },
      town: each(mentors, () => some(TOWNS)),
      isRemote: Uint8Array.from({ length: mentors }, () => (next() < 0.7 ? 1 : 0)),
      places: each(mentors, () => 1 + Math.floor(next() * 5)),
    },
    wishes: {
      mentees: draws(mentees, 0.7, like),
      mentors: draws(mentors, 0.3, () => Math.floor(next() * mentees)),
    },
    apart: draws(mentees, 0.05, () => Math.floor(next() * mentors)),
    known: draws(mentees, 0.4, () => Math.floor(next() * mentors)),
    rules: { sameSubject: true, travel: 1, most },
    weights: { subject: 4, phase: 2, town: 3, known: 1, wished: 5 },
    seed,
  }
}

function drawn(owner: number, of: (owner: number) => number, next: () => number, ties: number) {
  const who = new Set(Array.from({ length: 1 + Math.floor(next() * 5) }, () => of(owner)))
  let rank = 1
  return [...who].map((one): [number, number] => [one, next() < ties ? rank : ++rank])
}

/** Everything that stands on a person's list, with its rank. */
export const entriesOf = ({ start, to, rank }: Lists, owner: number): { who: number; rank: number }[] =>
  [...to.subarray(start[owner], start[owner + 1])].map((who, at) => ({
    who,
    rank: rank[start[owner]! + at]!,
  }))
