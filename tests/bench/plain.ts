import {
  CONNECTION,
  GROUP,
  KNOWN,
  MENTOR,
  NEARBY,
  type PairRow,
  type SpanRow,
  type World,
} from '@wirearchy/graph'

type Lists<T> = Map<number, T[]>
type Reason = { kind: number; context: number; from: number; to: number }

/** The peer: rows as objects in Maps by person and by context, sets for whom a question meets, no search from both ends. */
export class Plain {
  private spans: { kind: number; mine: Lists<SpanRow>; theirs: Lists<SpanRow> }[]
  private pairs: { kind: number; of: Lists<PairRow> }[]

  constructor(world: World) {
    const both = (kind: number, rows: Iterable<SpanRow> = []) => {
      const all = [...rows]
      return { kind, mine: by(all, (row) => [row.person]), theirs: by(all, (row) => [row.context]) }
    }
    const pair = (kind: number, rows: Iterable<PairRow> = []) => ({
      kind,
      of: by([...rows], ({ a, b }) => [a, b]),
    })
    this.spans = [both(GROUP, world.groupSpans), both(NEARBY, world.schoolSpans)]
    this.pairs = [pair(MENTOR, world.mentorships), pair(CONNECTION, world.connections)]
  }

  /** Everybody tied to a person by one of `kinds`, with a reason for each overlap. */
  ties(person: number, day: number, kinds = 15) {
    const ties = new Map<number, Reason[]>()
    const add = (other: number, kind: number, context: number, from: number, to: number) => {
      const reasons = ties.get(other)
      if (reasons) reasons.push({ kind, context, from, to })
      else ties.set(other, [{ kind, context, from, to }])
    }
    for (const { kind, mine, theirs } of this.spans.filter((each) => each.kind & kinds)) {
      for (const own of mine.get(person) ?? []) {
        for (const other of theirs.get(own.context) ?? []) {
          const [from, to] = [Math.max(own.from, other.from), Math.min(own.to, other.to)]
          if (from <= to && from <= day && other.person !== person)
            add(other.person, kind, own.context, from, to)
        }
      }
    }
    for (const { kind, of } of this.pairs.filter((each) => each.kind & kinds)) {
      for (const { a, b, from, to } of of.get(person) ?? []) {
        if (from <= day) add(a === person ? b : a, kind, -1, from, to)
      }
    }
    return ties
  }

  masks(person: number, day: number, kinds = 15) {
    const masks = new Map<number, number>()
    for (const [other, reasons] of this.ties(person, day, kinds)) {
      masks.set(
        other,
        reasons.reduce((mask, { kind }) => mask | kind, 0),
      )
    }
    return masks
  }

  near(person: number, school: number, day: number) {
    const mine = this.masks(person, day)
    const here = (this.spans[1]!.theirs.get(school) ?? []).filter(
      (span) => span.from <= day && day <= span.to,
    )
    const found = new Map<number, number>()
    for (const { person: other } of here) {
      if (other === person) continue
      if (mine.has(other)) found.set(other, -mine.get(other)!)
      else {
        const between = [...this.masks(other, day).keys()].filter((m) => (mine.get(m) ?? 0) & KNOWN)
        if (between.length > 0) found.set(other, between.length)
      }
    }
    return found
  }

  /** How many steps from one to the other, up to `most`; 0 if there is no such way. */
  distance(from: number, to: number, day: number, most: number) {
    const seen = new Set([from])
    let level = [from]
    for (let steps = 1; steps <= most; steps++) {
      const next: number[] = []
      for (const person of level) {
        for (const other of this.masks(person, day, KNOWN).keys()) {
          if (other === to) return steps
          if (!seen.has(other)) next.push(other)
          seen.add(other)
        }
      }
      level = next
    }
    return 0
  }

  scores(person: number, day: number) {
    const masks = this.masks(person, day)
    const scores = new Map<number, number>()
    const add = (other: number, more: number) => scores.set(other, (scores.get(other) ?? 0) + more)
    for (const [other, mask] of masks) {
      add(other, (mask & GROUP ? 2 : 0) + (mask & NEARBY ? 2 : 0) + (mask & MENTOR ? 4 : 0))
    }
    for (const friend of this.open(person, day)) for (const other of this.open(friend, day)) add(other, 3)
    const fresh = [...scores].filter(([other]) => other !== person && !((masks.get(other) ?? 0) & CONNECTION))
    return fresh.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 20)
  }

  private open(person: number, day: number) {
    const rows = this.pairs[1]!.of.get(person) ?? []
    return rows.filter((row) => row.from <= day && day <= row.to).map(({ a, b }) => (a === person ? b : a))
  }
}

function by<T>(rows: T[], keys: (row: T) => number[]) {
  const lists: Lists<T> = new Map()
  for (const row of rows) {
    for (const key of keys(row)) {
      const list = lists.get(key)
      if (list) list.push(row)
      else lists.set(key, [row])
    }
  }
  return lists
}
