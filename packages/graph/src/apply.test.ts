import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildIndex, type Change, OPEN } from './index.ts'
import { after, change } from './testing/changes.ts'
import { Oracle } from './testing/oracle.ts'
import type { Rows } from './testing/rows.ts'
import { day, holds, PEOPLE, world } from './testing/worlds.ts'

const story = fc.record({ world, changes: fc.array(change, { minLength: 1, maxLength: 40 }) })

it('is after any changes what it would be if built from the rows they leave', () => {
  holds('rebuild = incremental', story, ({ world, changes }) => {
    const index = buildIndex(world)
    let rows = world
    for (const change of changes) {
      index.apply(change)
      rows = after(rows, change)
    }
    expect(index.dump()).toEqual(buildIndex(rows).dump())
  })
})

it('is the same whatever order the rows arrive in', () => {
  holds('order of arrival', fc.record({ world, changes: fc.array(change) }), ({ world, changes }) => {
    const rows = changes.reduce(after, world)
    const turned: Rows = {
      ...rows,
      groupSpans: rows.groupSpans.toReversed(),
      schoolSpans: rows.schoolSpans.toReversed(),
      connections: rows.connections.toReversed(),
    }
    expect(buildIndex(turned).dump()).toEqual(buildIndex(rows).dump())
  })
})

it('answers right between the changes, not only after them', () => {
  holds('answers while changing', fc.record({ story, day }), ({ story, day }) => {
    const index = buildIndex(story.world)
    let rows = story.world
    story.changes.forEach((change, i) => {
      index.apply(change)
      rows = after(rows, change)
      const one = i % PEOPLE
      const plain = new Oracle(rows)
      expect(index.ties(one, day)).toEqual(plain.ties(one, day))
      expect(index.near(one, i % 3, day)).toEqual(plain.near(one, i % 3, day))
      if (i % 8 === 0)
        expect(index.path(one, (one + 4) % PEOPLE, day)).toEqual(plain.path(one, (one + 4) % PEOPLE, day))
    })
  })
})

it('tells dumps of different worlds apart, by one day', () => {
  const spanTo = (to: number) => [{ row: 0, person: 0, context: 0, from: 0, to }]
  const dumps = [9, 10, OPEN].map((to) =>
    buildIndex({ people: 1, schoolSpans: spanTo(to) })
      .dump()
      .join(),
  )
  expect(new Set(dumps).size).toBe(3)
})

it('grows by itself, and those hidden stay hidden', () => {
  const connections = [{ row: 900, a: 0, b: 1, from: 0, to: OPEN }]
  const index = buildIndex({ people: 0, connections, hidden: [1] })
  const seen = index.dump()
  index.apply({ kind: 'pair', op: 'put', of: 'connection', row: 70_000, a: 0, b: 50_000, from: 0, to: OPEN })
  expect(index.ties(0, 9).map((tie) => tie.person)).toEqual([50_000])
  index.apply({ kind: 'pair', op: 'void', of: 'connection', row: 70_000 })
  expect(index.dump()).toEqual(seen)
  index.apply({ kind: 'person', op: 'put', person: 1, hidden: false, knownOnly: false })
  expect(index.dump()).not.toEqual(seen)
  expect(index.ties(0, 9).map((tie) => tie.person)).toEqual([1])
})

it('follows a move: the old stint closed, the new one opened, the old tie kept', () => {
  const put = (row: number, who: number, context: number, from: number, to: number): Change => ({
    kind: 'span',
    op: 'put',
    of: 'school',
    row,
    person: who,
    context,
    from,
    to,
  })
  const index = buildIndex({ people: 0 })
  for (const change of [put(0, 0, 1, 0, OPEN), put(1, 1, 1, 5, OPEN), put(2, 2, 2, 0, OPEN)])
    index.apply(change)
  for (const change of [put(0, 0, 1, 0, 99), put(3, 0, 2, 100, OPEN)]) index.apply(change)
  expect(index.ties(0, 200).map((tie) => [tie.person, tie.reasons[0]?.from, tie.reasons[0]?.to])).toEqual([
    [1, 5, 99],
    [2, 100, OPEN],
  ])
  expect(index.near(1, 2, 200), 'nobody is led to a school by having worked beside somebody').toEqual([
    expect.objectContaining({ person: 0, distance: 1 }),
  ])
})

it('refuses what is no number, no day or no pair, and takes a span that never was for none', () => {
  const index = buildIndex({ people: 2 })
  const pairOf = (a: number, b: number, from: number): Change => ({
    kind: 'pair',
    op: 'put',
    of: 'connection',
    row: 0,
    a,
    b,
    from,
    to: 9,
  })
  for (const odd of [pairOf(0, 0, 1), pairOf(-1, 0, 1), pairOf(0.5, 1, 1), pairOf(0, 1, Number.NaN)]) {
    expect(() => index.apply(odd)).toThrow(RangeError)
  }
  index.apply(pairOf(0, 1, 10))
  expect(index.ties(0, 99)).toEqual([])
})
