import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ANY, buildIndex, CONNECTION, GROUP, MENTOR, NEARBY, OPEN } from './index.ts'
import { Oracle } from './testing/oracle.ts'
import { day, holds, person, without, world } from './testing/worlds.ts'

const [asha, tom, sian] = [0, 1, 2]
const at = (row: number, who: number, from: number, to: number) => ({
  row,
  person: who,
  context: 7,
  from,
  to,
})

it('answers like a reading of every row: who is tied to whom, how, and when', () => {
  holds('ties', fc.record({ world, person, day, without }), (x) => {
    const exclude = x.without
    expect(buildIndex(x.world).ties(x.person, x.day, { exclude })).toEqual(
      new Oracle(x.world).ties(x.person, x.day, x.without),
    )
  })
})

it('gives the same reasons from either side', () => {
  holds('between', fc.record({ world, a: person, b: person, day }), ({ world, a, b, day }) => {
    const index = buildIndex(world)
    expect(index.between(a, b, day)).toEqual(new Oracle(world).between(a, b, day))
    expect(index.between(b, a, day)).toEqual(index.between(a, b, day))
  })
})

it('never forgets a tie as days go by', () => {
  holds(
    'as-of nesting',
    fc.record({ world, person, day, later: fc.nat(9) }),
    ({ world, person, day, later }) => {
      const index = buildIndex(world)
      const after = new Map(index.ties(person, day + later).map((tie) => [tie.person, tie]))
      for (const tie of index.ties(person, day)) {
        expect(after.get(tie.person)?.reasons).toEqual(expect.arrayContaining(tie.reasons))
      }
    },
  )
})

it('ties two people who shared a single day, and not two who just missed each other', () => {
  const groupSpans = [at(0, asha, 10, 20), at(1, tom, 20, 30), at(2, sian, 31, 40)]
  const index = buildIndex({ people: 3, groupSpans })
  const reasons = [{ kind: GROUP, context: 7, from: 20, to: 20, mentor: -1 }]
  expect(index.ties(asha, 50)).toEqual([{ person: tom, mask: GROUP, reasons }])
  expect(index.between(tom, sian, 50)).toEqual([])
})

it('ties two people whose only day was the same day', () => {
  const index = buildIndex({ people: 2, schoolSpans: [at(0, asha, 5, 5), at(1, tom, 5, 5)] })
  expect(index.ties(asha, 4)).toEqual([])
  expect(index.ties(asha, 5).map(({ mask }) => mask)).toEqual([NEARBY])
})

it('keeps the tie after both have gone, and does not show it before it began', () => {
  const index = buildIndex({ people: 2, groupSpans: [at(0, asha, 10, 20), at(1, tom, 12, 15)] })
  expect(index.ties(asha, 11)).toEqual([])
  expect(index.ties(asha, 12)).toHaveLength(1)
  expect(index.ties(asha, 9000)).toHaveLength(1)
})

it('says who mentored whom, and adds up every kind of tie', () => {
  const pairs = {
    mentorships: [{ row: 0, a: tom, b: asha, from: 3, to: 9 }],
    connections: [{ row: 0, a: asha, b: tom, from: 6, to: OPEN }],
  }
  const spans = [at(0, asha, 0, 9), at(1, tom, 0, 9)]
  const [tie] = buildIndex({ people: 2, groupSpans: spans, schoolSpans: spans, ...pairs }).ties(asha, 6)
  expect(tie?.mask).toBe(ANY)
  expect(tie?.reasons.filter(({ kind }) => kind === MENTOR || kind === CONNECTION)).toEqual([
    { kind: MENTOR, context: -1, from: 3, to: 9, mentor: tom },
    { kind: CONNECTION, context: -1, from: 6, to: OPEN, mentor: -1 },
  ])
})

it('lets a self-told stint tie nobody until it is confirmed', () => {
  const told = { ...at(1, tom, 0, 9), confirmed: false }
  const index = buildIndex({ people: 2, schoolSpans: [at(0, asha, 0, 9), told] })
  expect(index.ties(asha, 5)).toEqual([])
  index.apply({ kind: 'span', op: 'put', of: 'school', ...told, confirmed: true })
  expect(index.ties(asha, 5)).toHaveLength(1)
})

it('shows nobody a hidden or blocked person, and shows a hidden person their own people', () => {
  const groupSpans = [at(0, asha, 0, 9), at(1, tom, 0, 9)]
  const index = buildIndex({ people: 2, groupSpans, hidden: [tom] })
  expect(index.ties(asha, 5)).toEqual([])
  expect(index.ties(tom, 5).map((tie) => tie.person)).toEqual([asha])
  expect(index.ties(tom, 5, { exclude: (other) => other === asha })).toEqual([])
})
