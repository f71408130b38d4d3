import { expect, it } from 'vitest'
import { type Candidate, ranked } from './rank.ts'

const asker = { id: 'ana', subjects: ['Physics'], phase: 'secondary' }
const wanted = { topics: ['planning' as const], ways: ['online' as const], soon: 'fortnight' as const }
const today = '2026-01-05'
const mentor = (id: string, over: Partial<Candidate> = {}): Candidate => ({
  ...{ id, steps: 1, topics: ['planning'], subjects: ['physics'], phases: ['secondary'], ways: ['online'] },
  ...{ note: null, places: 2, hasHours: false, held: 0, lately: 0, ...over },
})
const order = (mentors: Candidate[], by = asker, on = today) =>
  ranked(mentors, by, wanted, on).map(({ id }) => id)

it('puts who fits better first, however near another is and however seldom asked', () => {
  const far = mentor('fits', { steps: 2, lately: 9 })
  expect(order([mentor('near', { topics: [], subjects: [] }), far])).toEqual(['fits', 'near'])
})

it('takes those who fit almost alike by nearness, and then by who was asked least of late', () => {
  const nearly = mentor('nearly', { phases: [], lately: 0 })
  const asked = mentor('asked', { lately: 2 })
  expect(order([asked, mentor('far', { steps: 2 }), nearly])).toEqual(['nearly', 'asked', 'far'])
})

it('puts whoever holds an ask for every place last', () => {
  const full = mentor('spoken for', { places: 1, held: 1, lately: 1 })
  expect(order([full, mentor('other', { topics: [], subjects: [] })])).toEqual(['other', 'spoken for'])
})

it('shows one asker the same order all day, and another order on another day', () => {
  const many = Array.from({ length: 12 }, (_, n) => mentor(`m${n}`))
  expect(order(many)).toEqual(order([...many].reverse()))
  expect(order(many, asker, '2026-01-06')).not.toEqual(order(many))
})

it('leaves nobody everybody’s first: over many askers the first place is spread evenly', () => {
  const mentors = Array.from({ length: 20 }, (_, n) => mentor(`m${n}`))
  const firsts = new Map<string, number>()
  for (let n = 0; n < 2000; n += 1) {
    const first = order(mentors, { ...asker, id: `asker ${n}` })[0] as string
    firsts.set(first, (firsts.get(first) ?? 0) + 1)
  }
  expect(firsts.size).toBe(20)
  expect(Math.max(...firsts.values())).toBeLessThan(150)
  expect(Math.min(...firsts.values())).toBeGreaterThan(60)
})

it('gives each mentor their share when every asker asks the first of the list', () => {
  const mentors = Array.from({ length: 10 }, (_, n) => mentor(`m${n}`))
  for (let n = 0; n < 100; n += 1) {
    const [first] = ranked(mentors, { ...asker, id: `asker ${n}` }, wanted, today)
    if (first) first.lately += 1
  }
  expect(mentors.map(({ lately }) => lately)).toEqual(mentors.map(() => 10))
})
