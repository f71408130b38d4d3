import type { Day } from '@wirearchy/domain'
import { expect, it } from 'vitest'
import { type Facts, FOREVER } from './facts.ts'
import { schoolBlind } from './laws.ts'

const [ME, BEN] = ['me', 'Ben']

const facts = (...since: Day[]): Facts => ({
  stays: [],
  shared: since.map((from) => ({
    ...{ otherId: BEN, kind: 'school', contextId: 'a', from, to: FOREVER, hidden: false },
  })),
})

interface Told {
  before: Facts
  now: Facts
  toldEarly?: [string, Day[]][]
}

const held = ({ before, now, toldEarly = [] }: Told) => {
  const change = { personId: ME, before, now, day: '2028-02-05', toldEarly: new Map(toldEarly) }
  return () => schoolBlind(change)
}

it('L4: catches a change of a school that ties two people before its day, and lets it tie them after', () => {
  expect(held({ before: facts(), now: facts('2028-02-05') })).toThrow('L4')
  expect(held({ before: facts('2028-02-01'), now: facts('2028-01-20') })).toThrow('L4')
  expect(held({ before: facts(), now: facts('2028-02-06') })).not.toThrow()
})

it('L4: catches a change of a school that takes a tie from before its day, also of who told of time there early', () => {
  const lost = { before: facts('2028-01-20'), now: facts() }
  expect(held(lost)).toThrow('L4')
  expect(held({ ...lost, toldEarly: [[ME, ['2028-01-14']]] })).toThrow('L4')
  expect(held({ ...lost, now: facts('2028-01-21'), toldEarly: [[ME, ['2028-01-14']]] })).toThrow('L4')
})

it('L4: lets time told of under a school’s next number tie its people from that time on, and not a day before', () => {
  const now = facts('2028-01-14')
  expect(held({ before: facts(), now, toldEarly: [[ME, ['2028-01-14']]] })).not.toThrow()
  expect(held({ before: facts(), now, toldEarly: [[BEN, ['2028-01-14']]] })).not.toThrow()
  expect(held({ before: facts(), now, toldEarly: [[ME, ['2028-01-15']]] })).toThrow('L4')
  expect(held({ before: facts(), now, toldEarly: [['Cy', ['2028-01-14']]] })).toThrow('L4')
})
