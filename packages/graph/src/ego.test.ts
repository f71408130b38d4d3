import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildIndex, OPEN } from './index.ts'
import { Oracle } from './testing/oracle.ts'
import { day, holds, person, without, world } from './testing/worlds.ts'

it('answers like a reading of every row: the closest people for a picture', () => {
  holds('ego', fc.record({ world, person, day, without, limit: fc.nat(9) }), (x) => {
    expect(buildIndex(x.world).ego(x.person, x.day, x.limit, { exclude: x.without })).toEqual(
      new Oracle(x.world).ego(x.person, x.day, x.limit, x.without),
    )
  })
})

it('puts a connection before a mentor, a mentor before a training group, a school last', () => {
  const spans = (...people: number[]) =>
    people.map((who, row) => ({ row, person: who, context: 0, from: 0, to: 9 }))
  const index = buildIndex({
    people: 6,
    schoolSpans: spans(0, 1),
    groupSpans: spans(0, 2),
    mentorships: [{ row: 0, a: 3, b: 0, from: 0, to: 9 }],
    connections: [4, 5].map((b, row) => ({ row, a: 0, b, from: 0, to: b === 4 ? 5 : OPEN })),
  })
  const { people, total } = index.ego(0, 9, 4)
  expect(people.map((tie) => tie.person)).toEqual([5, 4, 3, 2])
  expect(total).toBe(5)
})
