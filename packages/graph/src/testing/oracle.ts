import { CONNECTION, GROUP, KNOWN, MENTOR, NEARBY } from '../kinds.ts'
import type { Near, Path, Suggestion, Tie } from '../types.ts'
import { compare, type Rows, readBetween, readMask, visible } from './rows.ts'

type Without = ReadonlySet<number>
const nobody: Without = new Set()

/** The same questions as the index, answered by reading every row each time: slow, plain, written apart. */
export class Oracle {
  constructor(private rows: Rows) {}

  between(a: number, b: number, day: number) {
    return readBetween(this.rows, a, b, day)
  }

  ties(person: number, day: number, without = nobody): Tie[] {
    return visible(this.rows, person, without)
      .map((other) => ({ person: other, reasons: this.between(person, other, day) }))
      .filter(({ reasons }) => reasons.length > 0)
      .map((tie) => ({ ...tie, mask: this.mask(person, tie.person, day) }))
  }

  near(person: number, school: number, day: number, without = nobody, cap = 5): Near[] {
    const all = visible(this.rows, person, without)
    const here = this.rows.schoolSpans.filter((s) => s.context === school && s.from <= day && day <= s.to)
    const staff = all.filter((one) => one !== person && here.some((span) => span.person === one))
    const found = staff.map((one): Near => {
      const mask = this.mask(person, one, day)
      const reasons = this.between(person, one, day)
      if (mask > 0) return { person: one, distance: 1, mask, reasons, through: [], total: 0 }
      const through = all
        .map((m) => ({ person: m, mine: this.mask(person, m, day) & KNOWN, theirs: this.mask(m, one, day) }))
        .filter(({ mine, theirs }) => mine > 0 && theirs > 0)
      const total = through.length
      return { person: one, distance: 2, mask: 0, reasons: [], through: through.slice(0, cap), total }
    })
    const group = (one: Near) => (one.mask & KNOWN ? 0 : one.mask ? 1 : 2)
    return found
      .filter((one) => one.distance === 1 || one.total > 0)
      .sort((a, b) => compare([group(a), -a.total, a.person], [group(b), -b.total, b.person]))
  }

  path(from: number, to: number, day: number, without = nobody, maxLength = 3, cap = 3): Path[] {
    const all = visible(this.rows, from, without)
    const known = (a: number, b: number) => this.mask(a, b, day) & KNOWN
    let ways = [[from]]
    for (let length = 1; length <= maxLength && from !== to && all.includes(to); length++) {
      ways = ways.flatMap((way) => {
        const on = all.filter((next) => !way.includes(next) && known(way[length - 1]!, next))
        return on.map((next) => [...way, next])
      })
      const done = ways.filter((way) => way[length] === to).sort(compare)
      const masks = (people: number[]) => people.slice(1).map((next, i) => known(people[i]!, next))
      if (done.length > 0) return done.slice(0, cap).map((people) => ({ people, masks: masks(people) }))
    }
    return []
  }

  suggest(person: number, day: number, without = nobody, limit = 20, cap = 3): Suggestion[] {
    const all = visible(this.rows, person, without)
    const found = all.map((one) => {
      const mask = this.mask(person, one, day)
      const shared = all.filter((m) => this.connected(person, m, day) && this.connected(m, one, day))
      const points = [mask & GROUP ? 2 : 0, mask & NEARBY ? 2 : 0, mask & MENTOR ? 4 : 0, 3 * shared.length]
      const score = points.reduce((sum, more) => sum + more)
      return { person: one, score, mask, common: shared.length, through: shared.slice(0, cap) }
    })
    return found
      .filter((one) => one.person !== person && one.score > 0 && !(one.mask & CONNECTION))
      .sort((a, b) => compare([-a.score, a.person], [-b.score, b.person]))
      .slice(0, limit)
  }

  ego(person: number, day: number, limit: number, without = nobody) {
    const strongest = [CONNECTION, MENTOR, GROUP, NEARBY]
    const key = ({ mask, reasons, person: other }: Tie) => {
      const last = Math.max(...reasons.map(({ to }) => Math.min(to, day)))
      return [...strongest.map((kind) => (mask & kind ? 0 : 1)), -last, other]
    }
    const all = this.ties(person, day, without).sort((a, b) => compare(key(a), key(b)))
    return { people: all.slice(0, limit), total: all.length }
  }

  private mask(a: number, b: number, day: number) {
    return readMask(this.rows, a, b, day)
  }

  private connected(a: number, b: number, day: number) {
    const between = this.between(a, b, day).filter(({ kind }) => kind === CONNECTION)
    return between.some(({ to }) => day <= to)
  }
}
