import { CONNECTION, GROUP, MENTOR, NEARBY } from '../kinds.ts'
import type { PairRow, Reason, SchoolSpanRow, SpanRow } from '../types.ts'

/** The rows of a small world, as lists that can be read again and again. */
export type Rows = {
  people: number
  groupSpans: SpanRow[]
  schoolSpans: SchoolSpanRow[]
  mentorships: PairRow[]
  connections: PairRow[]
  hidden: number[]
  knownOnly: number[]
}

/** Why two people are tied as of a day, found by reading every row. */
export function readBetween(rows: Rows, a: number, b: number, day: number): Reason[] {
  if (a === b) return []
  const alone = rows.knownOnly.includes(a) || rows.knownOnly.includes(b)
  const found = [
    ...sharing(rows.groupSpans, a, b, GROUP),
    ...(alone ? [] : sharing(rows.schoolSpans, a, b, NEARBY)),
    ...paired(rows.mentorships, a, b, MENTOR),
    ...paired(rows.connections, a, b, CONNECTION),
  ]
  const cells = (r: Reason) => [r.kind, r.context, r.from, r.to, r.mentor]
  return found.filter(({ from }) => from <= day).sort((one, other) => compare(cells(one), cells(other)))
}

function sharing(spans: SchoolSpanRow[], a: number, b: number, kind: number): Reason[] {
  const found: Reason[] = []
  const sure = (person: number) => spans.filter((span) => span.person === person && span.confirmed !== false)
  for (const mine of sure(a)) {
    for (const theirs of sure(b)) {
      const from = mine.from > theirs.from ? mine.from : theirs.from
      const to = mine.to < theirs.to ? mine.to : theirs.to
      const met = mine.context === theirs.context && from <= to
      if (met) found.push({ kind, context: mine.context, from, to, mentor: -1 })
    }
  }
  return found
}

function paired(pairs: PairRow[], a: number, b: number, kind: number): Reason[] {
  const theirs = pairs.filter((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))
  const real = theirs.filter(({ from, to }) => from <= to)
  return real.map(({ a: mentor, from, to }) => ({
    kind,
    context: -1,
    from,
    to,
    mentor: kind === MENTOR ? mentor : -1,
  }))
}

export const readMask = (rows: Rows, a: number, b: number, day: number) =>
  readBetween(rows, a, b, day).reduce((mask, { kind }) => mask | kind, 0)

/** Those whom a question of `viewer` may meet. */
export function visible(rows: Rows, viewer: number, without: ReadonlySet<number>) {
  const everybody = Array.from({ length: rows.people }, (_, person) => person)
  return everybody.filter((one) => one === viewer || !(rows.hidden.includes(one) || without.has(one)))
}

/** Which of two equally long lists of numbers comes first. */
export function compare(a: number[], b: number[]) {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return 0
}
