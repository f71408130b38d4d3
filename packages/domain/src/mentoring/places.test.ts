import { agreements, eq, mentorships, profiles } from '@wirearchy/db'
import { type Day, dayAfter } from '@wirearchy/domain'
import type { Nation } from '@wirearchy/domain/calendar'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { placesFree, startChapter } from './index.ts'
import type { Unit } from './input.ts'
import { offers } from './testing.ts'
import { unitFinish } from './unit-length.ts'

let house: ReturnType<typeof testHouse>
let [ana, ben] = ['', '']
beforeEach(async () => {
  house = testHouse('2026-01-05')
  ;[ana, ben] = [await house.person('Ana'), await house.person('Ben')]
  await offers(house, ben, { places: { question: 1, call: 1, half_term: 1, year: 1 } })
})
afterEach(() => house.close())

const starts = (unit: Unit) =>
  house.store.tx((tx) =>
    startChapter(tx, house.ctx(), {
      ...{ mentorId: ben, menteeId: ana, unit, startedOn: '2026-01-05', arrangedById: ben },
    }),
  )
const freeOn = (day: Day, unit: Unit) => {
  house.itIs(day)
  return placesFree(house.store.read, house.ctx(), ben, unit)
}
const finish = async () => (await house.store.read.select().from(agreements))[0]?.expectedFinishOn as Day

it.each([
  ['question', '2026-01-19'],
  ['call', '2026-02-02'],
] as const)(
  'frees the place of a %s the day after its last, and leaves the two as they are',
  async (unit, last) => {
    await starts(unit)
    expect(await finish()).toBe(last)
    expect(await freeOn(last, unit)).toBe(0)
    expect(await freeOn(dayAfter(last), unit)).toBe(1)
    expect(await house.store.read.select().from(mentorships)).toMatchObject([
      { finishedOn: null, endReason: null },
    ])
  },
)

it.each(['half_term', 'year'] as const)('keeps the place of a %s until it is ended', async (unit) => {
  await starts(unit)
  expect(await freeOn(dayAfter(await finish()), unit)).toBe(0)
})

it('keeps the place of a call that was never given a day, until it is ended', async () => {
  await starts('call')
  await house.store.tx((tx) => tx.update(agreements).set({ expectedFinishOn: null }))
  expect(await freeOn('2027-01-05', 'call')).toBe(0)
})

it('counts the days of a unit by the school year where the mentee teaches', async () => {
  const scots = { nation: 'scotland' as const }
  await house.store.tx((tx) => tx.update(profiles).set(scots).where(eq(profiles.personId, ana)))
  await starts('half_term')
  const [england, scotland] = (['england', 'scotland'] as Nation[]).map((nation) =>
    unitFinish('half_term', '2026-01-05', nation),
  )
  expect([await finish(), england === scotland]).toEqual([scotland, false])
})

it('lets a year end the day before the same date, in a leap year too', () => {
  const ends = ['2026-01-05', '2028-02-29', '2027-03-01'].map((day) => unitFinish('year', day, 'england'))
  expect(ends).toEqual(['2027-01-04', '2029-02-28', '2028-02-29'])
})
