import type { Lists } from './market.ts'

/** Everybody who said yes to a programme, as numbers: -1 wherever somebody has not said. */
export interface Pool {
  mentees: { subject: Int32Array; phase: Int32Array; town: Int32Array }
  mentors: {
    subjects: number[][]
    phases: number[][]
    town: Int32Array
    /** 1 for who also meets online or by phone. */
    isRemote: Uint8Array
    places: Int32Array
  }
  /** Whom people would like, by rank; on either side many say nothing. */
  wishes: { mentees: Lists; mentors: Lists }
  /** Mentors who are never put together with a mentee, whoever says so and why. */
  apart: Lists
  /** Mentors with whom a mentee knows somebody in common; the rank says how many. */
  known: Lists
  rules: Rules
  weights: Weights
  seed: number
}

/** What no pair may go against. */
export interface Rules {
  /** Not two subjects that differ. */
  sameSubject: boolean
  /** 1: one town, unless the mentor also meets from afar. 2: one town. 0: anywhere. */
  travel: 0 | 1 | 2
  /** How many mentors are on a mentee's list at most, wishes aside. */
  most: number
}

/** How much each thing counts, from 0. */
export interface Weights {
  subject: number
  phase: number
  town: number
  known: number
  /**
   * For a mentor: that the mentee wishes for them, at any rank. At 0 no mentee can do better by wishing otherwise than
   * they mean (Roth 1982); above it more of them get a wish where places are scarce.
   */
  wished: number
}

/** What two people have in common, as far as they say. */
export interface Common {
  subject: boolean
  phase: boolean
  town: boolean
}

/** What a mentee and a mentor have in common. */
export function common({ mentees, mentors }: Pool, mentee: number, mentor: number): Common {
  return {
    subject: mentors.subjects[mentor]!.includes(mentees.subject[mentee]!),
    phase: mentors.phases[mentor]!.includes(mentees.phase[mentee]!),
    town: isSame(mentees.town[mentee]!, mentors.town[mentor]!),
  }
}

/** True when the rules allow two people who have this in common; what somebody has not said rules nobody out. */
export function allows(pool: Pool, mentee: number, mentor: number, shared: Common): boolean {
  const { mentees, mentors, rules } = pool
  const subjects = mentors.subjects[mentor]!
  if (rules.sameSubject && !shared.subject && mentees.subject[mentee]! >= 0 && subjects.length > 0)
    return false
  const isApart = !shared.town && mentees.town[mentee]! >= 0 && mentors.town[mentor]! >= 0
  return !(isApart && (rules.travel === 2 || (rules.travel === 1 && mentors.isRemote[mentor] === 0)))
}

/** How well two people suit, from 0: the weights of what they have in common, known people counting up to three. */
export const suits = ({ weights }: Pool, { subject, phase, town }: Common, known: number): number =>
  (subject ? weights.subject : 0) +
  (phase ? weights.phase : 0) +
  (town ? weights.town : 0) +
  weights.known * Math.min(known, MOST_KNOWN)

/** The most that anybody can suit. */
export const bestOf = ({ weights: { subject, phase, town, known } }: Pool): number =>
  subject + phase + town + known * MOST_KNOWN

/** More people known in common than this count no further. */
export const MOST_KNOWN = 3

const isSame = (mine: number, theirs: number) => mine >= 0 && mine === theirs
