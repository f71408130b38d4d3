import { bestOf, MOST_KNOWN, type Pool } from './pool.ts'

/** Whom a mentee may be put together with, and how well each suits; -1 for who may not. Used again for the next. */
export interface Found {
  /** Mentors worth looking at; everybody else is -1. */
  among: Int32Array
  suits: Int32Array
}

/**
 * Finds mentee after mentee what `allows` and `suits` say of each mentor, without asking them pair by pair: with one
 * subject asked for only its mentors are looked at, and who teaches what is laid out once.
 */
export function finder(pool: Pool): (mentee: number) => Found {
  const [teaches, inPhase] = [marks(pool.mentors.subjects), marks(pool.mentors.phases)]
  const everybody = Int32Array.from(pool.mentors.places.keys())
  const open = pool.rules.sameSubject ? openTo(pool, everybody) : () => everybody
  const suits = new Int32Array(everybody.length)
  const known = new Int32Array(everybody.length)
  return (mentee) => {
    const among = open(pool.mentees.subject[mentee]!)
    suits.fill(-1)
    lay(known, pool, mentee, true)
    const own = {
      teaches: teaches(pool.mentees.subject[mentee]!),
      inPhase: inPhase(pool.mentees.phase[mentee]!),
    }
    weigh(suits, pool, mentee, among, { ...own, known })
    lay(known, pool, mentee, false)
    const { start, to } = pool.apart
    for (let at = start[mentee]!; at < start[mentee + 1]!; at++) suits[to[at]!] = -1
    return { among, suits }
  }
}

interface Marks {
  teaches: Uint8Array
  inPhase: Uint8Array
  known: Int32Array
}

function weigh(suits: Int32Array, pool: Pool, mentee: number, among: Int32Array, marks: Marks) {
  const { mentees, mentors, rules, weights } = pool
  const town = mentees.town[mentee]!
  for (const mentor of among) {
    const theirs = mentors.town[mentor]!
    const isNear = town >= 0 && town === theirs
    const isFar = town >= 0 && theirs >= 0 && town !== theirs
    if (isFar && (rules.travel === 2 || (rules.travel === 1 && mentors.isRemote[mentor] === 0))) continue
    suits[mentor] =
      marks.teaches[mentor]! * weights.subject +
      marks.inPhase[mentor]! * weights.phase +
      (isNear ? weights.town : 0) +
      weights.known * Math.min(marks.known[mentor]!, MOST_KNOWN)
  }
}

/** Writes down how many people a mentee and each mentor both know, or wipes it out. */
function lay(known: Int32Array, { known: { start, to, rank } }: Pool, mentee: number, isOn: boolean) {
  for (let at = start[mentee]!; at < start[mentee + 1]!; at++) known[to[at]!] = isOn ? rank[at]! : 0
}

/** For one of the things that mentors have several of: who has it, as ones. */
function marks(of: number[][]): (one: number) => Uint8Array {
  const kept = new Map<number, Uint8Array>()
  return (one) => {
    const found = kept.get(one) ?? Uint8Array.from(of, (own) => (own.includes(one) ? 1 : 0))
    kept.set(one, found)
    return found
  }
}

/** For a subject, the mentors who teach it or have said none; everybody for who has said none. */
function openTo({ mentors: { subjects } }: Pool, everybody: Int32Array): (subject: number) => Int32Array {
  const kept = new Map([[-1, everybody]])
  return (subject) => {
    const own = (mentor: number) => subjects[mentor]!.length === 0 || subjects[mentor]!.includes(subject)
    const found = kept.get(subject) ?? everybody.filter(own)
    kept.set(subject, found)
    return found
  }
}

/** The mentors who suit best, at most as many as the rules say; each mentee looks round from a place of their own, so that equals share. */
export function suiting(pool: Pool, mentee: number, { among, suits }: Found): number[] {
  const count = new Int32Array(bestOf(pool) + 1)
  for (const mentor of among) if (suits[mentor]! >= 0) count[suits[mentor]!]!++
  let [least, room] = [count.length, pool.rules.most]
  while (least > 0 && room > 0) room -= count[--least]!
  const [better, equal]: [number[], number[]] = [[], []]
  const from = (Math.imul(mentee + 1, 0x9e3779b1) ^ pool.seed) >>> 0
  for (let step = 0; step < among.length; step++) {
    const mentor = among[(from + step) % among.length]!
    if (suits[mentor]! > least) better.push(mentor)
    else if (suits[mentor]! === least) equal.push(mentor)
  }
  return [...better, ...equal.slice(0, pool.rules.most - better.length)]
}
