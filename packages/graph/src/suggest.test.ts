import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildIndex, GROUP, NEARBY, OPEN } from './index.ts'
import { Oracle } from './testing/oracle.ts'
import { day, holds, person, without, world } from './testing/worlds.ts'

it('answers like a reading of every row: whom to connect with next', () => {
  const limits = { limit: fc.integer({ min: 1, max: 9 }), cap: fc.integer({ min: 0, max: 3 }) }
  holds('suggest', fc.record({ world, person, day, without, ...limits }), (x) => {
    const asking = { exclude: x.without, limit: x.limit, cap: x.cap }
    expect(buildIndex(x.world).suggest(x.person, x.day, asking)).toEqual(
      new Oracle(x.world).suggest(x.person, x.day, x.without, x.limit, x.cap),
    )
  })
})

const connect = (row: number, a: number, b: number, to = OPEN) => ({ row, a, b, from: 0, to })

it('suggests a friend of two friends before a colleague, and says through whom', () => {
  const connections = [connect(0, 0, 1), connect(1, 0, 2), connect(2, 1, 3), connect(3, 2, 3)]
  const schoolSpans = [0, 4].map((who, row) => ({ row, person: who, context: 0, from: 0, to: 9 }))
  expect(buildIndex({ people: 5, connections, schoolSpans }).suggest(0, 5)).toEqual([
    { person: 3, score: 6, mask: 0, common: 2, through: [1, 2] },
    { person: 4, score: 2, mask: NEARBY, common: 0, through: [] },
  ])
})

it('does not suggest somebody whose connection has ended', () => {
  const connections = [connect(0, 0, 1, 3), connect(1, 0, 2), connect(2, 1, 2)]
  expect(buildIndex({ people: 3, connections }).suggest(0, 5)).toEqual([])
})

it('counts somebody in common once, though that connection ended and began again today', () => {
  const again = [connect(0, 0, 1), connect(1, 1, 2, 5), { row: 2, a: 2, b: 1, from: 5, to: OPEN }]
  const groupSpans = [0, 2].map((who, row) => ({ row, person: who, context: 0, from: 0, to: 9 }))
  expect(buildIndex({ people: 3, connections: again, groupSpans }).suggest(0, 5)).toEqual([
    { person: 2, score: 5, mask: GROUP, common: 1, through: [1] },
  ])
})
