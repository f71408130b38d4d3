import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildIndex, CONNECTION, GROUP, OPEN } from './index.ts'
import { Oracle } from './testing/oracle.ts'
import type { Rows } from './testing/rows.ts'
import { day, holds, pair, person, without, world } from './testing/worlds.ts'

const question = {
  from: person,
  to: person,
  day,
  without,
  maxLength: fc.integer({ min: 1, max: 5 }),
  cap: fc.integer({ min: 1, max: 4 }),
}
type Question = {
  from: number
  to: number
  day: number
  without: Set<number>
  maxLength: number
  cap: number
}

const sameWays = (rows: Rows, { from, to, day, without, maxLength, cap }: Question) =>
  expect(buildIndex(rows).path(from, to, day, { exclude: without, maxLength, cap })).toEqual(
    new Oracle(rows).path(from, to, day, without, maxLength, cap),
  )

it('answers like a reading of every row: the shortest ways from one person to another', () => {
  holds('path', fc.record({ world, ...question }), ({ world, ...rest }) => void sameWays(world, rest))
})

it('finds longer ways too, in sparse worlds of connections', () => {
  const sparse = fc.record({ connections: fc.array(pair, { minLength: 5, maxLength: 11 }), ...question })
  holds('long paths', sparse, ({ connections, ...rest }) => {
    const rows = connections.map((one, row) => ({ ...one, row }))
    const none = { groupSpans: [], schoolSpans: [], mentorships: [], hidden: [], knownOnly: [] }
    sameWays({ people: 9, ...none, connections: rows }, rest)
  })
})

const line = (...people: number[]) =>
  people.slice(1).map((b, i) => ({ row: 0, a: people[i]!, b, from: 0, to: OPEN }))
const numbered = <T>(rows: T[]) => rows.map((each, row) => ({ ...each, row }))

it('goes three steps and no further unless asked', () => {
  const index = buildIndex({ people: 5, connections: numbered(line(0, 1, 2, 3, 4)) })
  expect(index.path(0, 3, 9)).toEqual([{ people: [0, 1, 2, 3], masks: [CONNECTION, CONNECTION, CONNECTION] }])
  expect(index.path(0, 4, 9)).toEqual([])
  expect(index.path(0, 4, 9, { maxLength: 4 })).toHaveLength(1)
})

it('shows three of the ways, least numbers first, and never one through a hidden or blocked person', () => {
  const ways = [8, 7, 6, 5, 4].flatMap((middle) => line(0, middle, 1))
  const index = buildIndex({ people: 9, connections: numbered(ways), hidden: [4] })
  const middles = (exclude?: Set<number>) => index.path(0, 1, 9, { exclude }).map((way) => way.people[1])
  expect(middles()).toEqual([5, 6, 7])
  expect(middles(new Set([6]))).toEqual([5, 7, 8])
})

it('tells the kind of each step, and takes none through a school alone', () => {
  const spans = [0, 1].map((who, row) => ({ row, person: who, context: 3, from: 0, to: 5 }))
  const connections = [{ row: 0, a: 1, b: 2, from: 0, to: 2 }]
  const trained = buildIndex({ people: 3, groupSpans: spans, connections })
  expect(trained.path(0, 2, 9)).toEqual([{ people: [0, 1, 2], masks: [GROUP, CONNECTION] }])
  const worked = buildIndex({ people: 3, schoolSpans: spans, connections })
  expect(worked.path(0, 2, 9)).toEqual([])
  expect(worked.path(0, 1, 9)).toEqual([])
})

it('passes along a training group from those still there to one who had left before, and one yet to come', () => {
  const days = { before: [10, 20, 5, 12, 5, 7], after: [10, 12, 11, 20, 18, 20] }
  for (const [a, b, c, d, e, f] of Object.values(days)) {
    const spans = [
      [a, b],
      [c, d],
      [e, f],
    ]
    const groupSpans = spans.map(([from, to], row) => ({
      row,
      person: row,
      context: 0,
      from: from!,
      to: to!,
    }))
    const [way] = buildIndex({ people: 3, groupSpans }).path(0, 2, 30)
    expect(way).toEqual({ people: [0, 1, 2], masks: [GROUP, GROUP] })
  }
})

it('has no way to oneself, to a hidden person, or to somebody it has never heard of', () => {
  const index = buildIndex({ people: 3, connections: numbered(line(0, 1, 2)), hidden: [2] })
  expect([index.path(0, 0, 9), index.path(0, 2, 9), index.path(0, 900, 9)]).toEqual([[], [], []])
  const wide = [3, 4, 5].flatMap((middle) => line(0, middle, 2))
  expect(buildIndex({ people: 6, connections: numbered(wide), hidden: [2] }).path(0, 2, 9)).toEqual([])
})
