import fc from 'fast-check'
import { listsOf, type Market } from '../market.ts'

/** A small market as fast-check makes them: short lists, ties, people nobody lists, mentors without places. */
export const small = (mostMentees = 4, mostMentors = 3): fc.Arbitrary<Market> =>
  fc
    .record({
      mentees: fc.integer({ min: 1, max: mostMentees }),
      mentors: fc.integer({ min: 1, max: mostMentors }),
    })
    .chain(({ mentees, mentors }) =>
      fc.record({
        mentees: side(mentees, mentors),
        mentors: side(mentors, mentees),
        places: fc
          .array(fc.integer({ min: 0, max: 2 }), { minLength: mentors, maxLength: mentors })
          .map((places) => Int32Array.from(places)),
      }),
    )

/** Lists of some people over others: some of them, in any order, with ties wherever the draw says "same as before". */
const side = (owners: number, others: number) =>
  fc
    .array(
      fc.tuple(
        fc.shuffledSubarray([...Array(others).keys()]),
        fc.array(fc.boolean(), { minLength: others, maxLength: others }),
      ),
      { minLength: owners, maxLength: owners },
    )
    .map((rows) =>
      listsOf(
        rows.map(([who, isNext]) => {
          let rank = 1
          return who.map((one, at): [number, number] => [one, isNext[at] ? ++rank : rank])
        }),
      ),
    )

/** Every way to give each mentee one acceptable mentor or none within the places. */
export function everyMatching({ mentees, mentors, places }: Market): Int32Array[] {
  let all: number[][] = [[]]
  for (let mentee = 0; mentee < mentees.start.length - 1; mentee++) {
    const own = [...mentees.to.subarray(mentees.start[mentee], mentees.start[mentee + 1])].filter((mentor) =>
      mentors.to.subarray(mentors.start[mentor], mentors.start[mentor + 1]).includes(mentee),
    )
    all = all.flatMap((made) => [-1, ...own].map((mentor) => [...made, mentor]))
  }
  return all
    .filter((made) => places.every((most, mentor) => made.filter((one) => one === mentor).length <= most))
    .map((made) => Int32Array.from(made))
}

/** A market of any size from a seed: lists of a length, every pair on both lists, ties in a share of the ranks. */
export function large(mentees: number, mentors: number, length: number, seed: number, ties = 0.3): Market {
  const next = numbers(seed)
  const rows = Array.from({ length: mentees }, () => {
    const who = new Set<number>()
    while (who.size < Math.min(length, mentors)) who.add(Math.floor(next() * mentors))
    return ranked([...who], next, ties)
  })
  const back = Array.from({ length: mentors }, (): number[] => [])
  rows.forEach((row, mentee) => {
    for (const [mentor] of row) back[mentor]!.push(mentee)
  })
  const theirs = back.map((who) =>
    ranked(
      who.sort(() => next() - 0.5),
      next,
      ties,
    ),
  )
  const places = Int32Array.from({ length: mentors }, () => 1 + Math.floor(next() * 4))
  return { mentees: listsOf(rows), mentors: listsOf(theirs), places }
}

function ranked(who: number[], next: () => number, ties: number) {
  let rank = 1
  return who.map((one): [number, number] => [one, next() < ties ? rank : ++rank])
}

/** Numbers from 0 to 1, the same for a seed. */
export function numbers(seed: number) {
  let at = seed >>> 0
  return () => {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0
    return at / 2 ** 32
  }
}
