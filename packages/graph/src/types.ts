/** A person's dated time in one context (a training group or a school). Days are inclusive; `to` may be OPEN. */
export type Span = { person: number; context: number; from: number; to: number }

/** `row` is the caller's small integer for the fact: a later version under the same number replaces it. */
export type SpanRow = Span & { row: number }

/** `confirmed: false` (self-told): the person counts as being there, and it ties them to nobody yet. */
export type SchoolSpanRow = SpanRow & { confirmed?: boolean }

/** A dated relation of two people. Of a mentorship, `a` is the mentor. It ties them from `from` on, for good. */
export type PairRow = { row: number; a: number; b: number; from: number; to: number }

/** Everything an index is made of; `people` is how many to make room for (it grows by itself). */
export type World = {
  people: number
  groupSpans?: Iterable<SpanRow>
  schoolSpans?: Iterable<SchoolSpanRow>
  mentorships?: Iterable<PairRow>
  connections?: Iterable<PairRow>
  /** Never a result, never in between; they themselves still see their people. */
  hidden?: Iterable<number>
  /** Tied by what they know only: working at one school at the same time ties them to nobody. */
  knownOnly?: Iterable<number>
}

/** One later fact. Row numbers are counted separately for each `of`. */
export type Change =
  | ({ kind: 'span'; op: 'put'; of: 'group' } & SpanRow)
  | ({ kind: 'span'; op: 'put'; of: 'school' } & SchoolSpanRow)
  | ({ kind: 'pair'; op: 'put'; of: 'mentorship' | 'connection' } & PairRow)
  | { kind: 'span'; op: 'void'; of: 'group' | 'school'; row: number }
  | { kind: 'pair'; op: 'void'; of: 'mentorship' | 'connection'; row: number }
  | { kind: 'person'; op: 'put'; person: number; hidden: boolean; knownOnly: boolean }

/** Blocked people, either way round: they are neither results nor in between. */
export type Exclude = ReadonlySet<number> | ((person: number) => boolean)
export type Asking = { exclude?: Exclude }

/** Why two people are tied: the days (inclusive) they shared one context (-1 for a pair), `to` OPEN if ongoing. */
export type Reason = { kind: number; context: number; from: number; to: number; mentor: number }
export type Tie = { person: number; mask: number; reasons: Reason[] }

/** Somebody in between: the kinds that tie them to me (known only) and to the one I look for (known or nearby). */
export type Through = { person: number; mine: number; theirs: number }
export type Near = {
  person: number
  distance: 1 | 2
  /** Direct: how I am tied to them, and why. Two hops: 0 and empty. */
  mask: number
  reasons: Reason[]
  /** Two hops: the first few in between, by number; `total` counts them all. */
  through: Through[]
  total: number
}

/** People from one end to the other, both included, and the kinds of tie for each step. */
export type Path = { people: number[]; masks: number[] }

/** `common` counts the people both are connected with now; `through` names the first few. */
export type Suggestion = { person: number; score: number; mask: number; common: number; through: number[] }
export type Ego = { people: Tie[]; total: number }

export type Index = {
  apply(change: Change): void
  /** Gives back the room that many changes in a row leave behind; answers stay the same. */
  compact(): void
  /** Everybody tied to `person` on or before `asOf`, by number. */
  ties(person: number, asOf: number, asking?: Asking): Tie[]
  /** Why these two are tied as of `asOf`; empty if they are not. Says nothing about who may see it. */
  between(a: number, b: number, asOf: number): Reason[]
  /** Those at the school on `asOf` whom `person` is tied to or two hops from: known, nearby, then two hops. */
  near(person: number, school: number, asOf: number, asking?: Asking & { cap?: number }): Near[]
  /** The shortest ways from one person to another through people who know each other; [] if none is short enough. */
  path(from: number, to: number, asOf: number, asking?: Asking & { maxLength?: number; cap?: number }): Path[]
  /** People never connected with `person` who share people or contexts with them, best first. */
  suggest(person: number, asOf: number, asking?: Asking & { limit?: number; cap?: number }): Suggestion[]
  /** The closest `limit` of a person's ties for a picture, and how many there are in all. */
  ego(person: number, asOf: number, limit: number, asking?: Asking): Ego
  /** Every fact held, in one canonical order: equal bytes mean equal indexes. */
  dump(): Uint8Array
}
