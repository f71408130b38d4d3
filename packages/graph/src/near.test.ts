import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildIndex, CONNECTION, GROUP, NEARBY, OPEN } from './index.ts'
import { Oracle } from './testing/oracle.ts'
import { day, holds, person, SCHOOLS, without, world } from './testing/worlds.ts'

const question = fc.record({
  world,
  person,
  day,
  without,
  school: fc.nat(SCHOOLS - 1),
  cap: fc.integer({ min: 1, max: 5 }),
})

it('answers like a reading of every row: whom I know at a school, or through whom I nearly do', () => {
  holds('near', question, ({ world, person, school, day, without, cap }) => {
    expect(buildIndex(world).near(person, school, day, { exclude: without, cap })).toEqual(
      new Oracle(world).near(person, school, day, without, cap),
    )
  })
})

const [ben, sam, lena, omar] = [0, 1, 2, 3]
const marlow = 5
const trained = [ben, sam].map((who, row) => ({ row, person: who, context: 0, from: 0, to: 10 }))
const lenaAtMarlow = { row: 0, person: lena, context: marlow, from: 20, to: OPEN }

it('finds Lena at Marlow through Sam, whom Ben trained with and Lena worked beside', () => {
  const together = [sam, lena].map((who, i) => ({ row: 10 + i, person: who, context: 6, from: 12, to: 18 }))
  const index = buildIndex({ people: 4, groupSpans: trained, schoolSpans: [lenaAtMarlow, ...together] })
  expect(index.near(ben, marlow, 30)).toEqual([
    {
      person: lena,
      distance: 2,
      mask: 0,
      reasons: [],
      through: [{ person: sam, mine: GROUP, theirs: NEARBY }],
      total: 1,
    },
  ])
  expect(index.near(ben, marlow, 19), 'before Lena came').toEqual([])
  expect(index.near(ben, marlow, 30, { exclude: new Set([sam]) }), 'Sam blocked Ben').toEqual([])
  index.apply({ kind: 'person', op: 'put', person: sam, hidden: true, knownOnly: false })
  expect(index.near(ben, marlow, 30), 'Sam is hidden').toEqual([])
})

it('does not carry a path through somebody who only worked where Ben worked', () => {
  const together = [ben, sam].map((who, i) => ({ row: 10 + i, person: who, context: 6, from: 12, to: 18 }))
  const connections = [{ row: 0, a: sam, b: lena, from: 0, to: OPEN }]
  const index = buildIndex({ people: 4, schoolSpans: [lenaAtMarlow, ...together], connections })
  expect(index.near(ben, marlow, 30)).toEqual([])
})

it('puts whom Ben knows first, who may lead to the others; names a few in between and counts all', () => {
  const people = [lena, omar]
  const schoolSpans = people.map((who, row) => ({ row, person: who, context: marlow, from: 0, to: OPEN }))
  const friends = [10, 11, 12].flatMap((m) => [
    [ben, m],
    [m, lena],
  ])
  const connections = [...friends, [ben, omar]].map(([a, b], row) => ({
    row,
    a: a!,
    b: b!,
    from: 0,
    to: OPEN,
  }))
  const found = buildIndex({ people: 20, schoolSpans, connections }).near(ben, marlow, 3, { cap: 2 })
  expect(found.map((one) => [one.person, one.mask, one.total])).toEqual([
    [omar, CONNECTION, 0],
    [lena, 0, 4],
  ])
  expect(found[1]?.through.map((m) => m.person)).toEqual([omar, 10])
})

it('puts first whom most people lead to', () => {
  const schoolSpans = [lena, omar].map((who, row) => ({
    row,
    person: who,
    context: marlow,
    from: row * 9,
    to: OPEN,
  }))
  const leading = [
    [ben, 10],
    [ben, 11],
    [10, lena],
    [10, omar],
    [11, omar],
  ]
  const connections = leading.map(([a, b], row) => ({ row, a: a!, b: b!, from: 0, to: OPEN }))
  const index = buildIndex({ people: 12, schoolSpans, connections })
  expect(index.near(ben, marlow, 20).map((one) => [one.person, one.total])).toEqual([
    [omar, 2],
    [lena, 1],
  ])
})
