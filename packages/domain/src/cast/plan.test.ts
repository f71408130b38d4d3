import { expect, it } from 'vitest'
import { overlaps } from '../day.ts'
import { CAST } from './cast.ts'
import { PEOPLE, SCHOOLS } from './courses.ts'
import { AWKWARD } from './names.ts'
import { planWorld } from './plan.ts'

const plan = planWorld(20260701, '2026-11-22')

it('plans the same world for the same seed and day, and another for another seed', () => {
  expect(planWorld(20260701, '2026-11-22')).toEqual(plan)
  expect(planWorld(2, '2026-11-22')).not.toEqual(plan)
})

it('has the whole cast, the awkward names, nine groups and sixty schools at most', () => {
  const names = plan.people.map(({ name }) => name)
  expect(names.every((name) => name.length > 0)).toBe(true)
  for (const { name } of CAST) expect(names).toContain(name)
  expect(AWKWARD.filter((name) => names.includes(name)).length).toBeGreaterThanOrEqual(5)
  expect([plan.people.length, plan.groups.length]).toEqual([PEOPLE, 9])
  expect(Math.max(...plan.stays.map(({ school }) => school))).toBeLessThan(SCHOOLS)
  expect(new Set(plan.people.map(({ email }) => email)).size).toBe(PEOPLE)
})

it.each(['2026-08-31', '2026-09-01', '2026-09-02'])(
  'has no group that is still to begin, seen on %s',
  (today) => {
    for (const { startedOn } of planWorld(20260701, today).groups) expect(startedOn <= today).toBe(true)
  },
)

it.each(['2026-08-31', '2026-09-01', '2027-01-04', '2028-02-29'])(
  'never has one person twice at one school at once, seen on %s',
  (today) => {
    const { stays } = planWorld(20260701, today)
    for (const [n, stay] of stays.entries())
      for (const other of stays.slice(n + 1))
        if (stay.person === other.person && stay.school === other.school && stay.kind === other.kind)
          expect(overlaps(stay, other)).toBe(false)
    expect(stays.every(({ startedOn, finishedOn }) => finishedOn === null || finishedOn >= startedOn)).toBe(
      true,
    )
  },
)
