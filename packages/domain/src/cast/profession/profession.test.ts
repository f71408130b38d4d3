import { expect, it } from 'vitest'
import { digest, makeProfession, OPEN, TODAY } from './index.ts'

const profession = makeProfession(6000)
const { people, schools, groups, memberships, stints, mentorships, connections } = profession

it('makes the same people every time, and others from another seed', () => {
  expect(digest(profession)).toBe(digest(makeProfession(6000)))
  expect(digest(profession)).not.toBe(digest(makeProfession(6000, 7)))
  expect(digest(profession)).toMatchInlineSnapshot(
    `"f89bc49a-50d8ba4e-6cf84db9-e56b4a1f-a4802833-8b2253bf-33326383-f695f241"`,
  )
})

it('looks like the profession: training groups of about 25, some three schools each, three in four in post', () => {
  expect([schools.count, groups.count, people.count]).toEqual([500, 240, 6000])
  const inPost = stints.to.filter((to) => to === OPEN).length
  expect(stints.person.length / people.count).toBeCloseTo(2.68, 0)
  expect(inPost / people.count).toBeCloseTo(0.76, 1)
  expect(new Set(memberships.person).size).toBe(people.count)
})

it('never has anybody at two schools on one day, nor gone before they came', () => {
  const { person, from, to } = stints
  const odd = person.filter((who, row) => {
    const after = who !== person[row - 1] || from[row]! > to[row - 1]!
    return from[row]! > to[row]! || !after
  })
  expect(odd).toHaveLength(0)
})

it('connects each two people once, after both began and before today', () => {
  const { a, b, from, to } = connections
  const begun = (row: number) =>
    (Math.max(people.entryYear[a[row]!]!, people.entryYear[b[row]!]!) - 2000) * 365
  const odd = a.filter((one, row) => one >= b[row]! || from[row]! < begun(row) || from[row]! >= TODAY)
  expect(odd).toHaveLength(0)
  expect(from.filter((day, row) => day > to[row]!)).toHaveLength(0)
  expect(new Set(a.map((one, row) => one * people.count + b[row]!)).size).toBe(a.length)
})

it('gives new teachers mentors who began at least two years before them', () => {
  const ahead = mentorships.mentee.map(
    (mentee, row) => people.entryYear[mentee]! - people.entryYear[mentorships.mentor[row]!]!,
  )
  expect(Math.min(...ahead)).toBe(2)
  expect(mentorships.mentee.length).toBeGreaterThan(people.count / 2)
})
