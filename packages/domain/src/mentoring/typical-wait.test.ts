import { insertMany, mentoringRequests } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { typicalWait } from './index.ts'
import { MOST_LATELY } from './latest-requests.ts'
import { turnOf } from './testing.ts'

let house: ReturnType<typeof testHouse>
let [ana, ben] = ['', '']

beforeEach(async () => {
  house = testHouse('2026-01-12')
  ;[ana, ben] = [await house.person('Ana'), await house.person('Ben')]
})
afterEach(() => house.close())

it('says the usual wait in school days once five people had an answer, and before that the promise', async () => {
  const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
  const answered = (askedOn: string, on: string) =>
    turnOf(house, {
      ...{ askerId: ana, mentorId: ben, state: 'declined', askedAt: at(askedOn), answeredAt: at(on) },
    })
  await answered('2026-01-05', '2026-01-05')
  await answered('2026-01-05', '2026-01-06')
  await answered('2026-01-09', '2026-01-12')
  await answered('2026-01-06', '2026-01-09')
  expect(await typicalWait(house.as(ana), { unit: 'call' })).toMatchObject({ schoolDays: null })
  await answered('2025-12-18', '2026-01-07')
  house.itIs('2026-01-13')
  expect(await typicalWait(house.as(ana), { unit: 'call' })).toEqual({
    schoolDays: 1,
    words: 'Half of those who asked lately had an answer within 1 school day.',
  })
  expect(await typicalWait(house.as(ana), { unit: 'year' })).toMatchObject({ schoolDays: null })
  house.itIs('2026-06-01')
  expect(await typicalWait(house.as(ana), { unit: 'call' })).toMatchObject({ schoolDays: null })
})

it('looks at the latest requests alone, so that it takes no longer as the years go by', async () => {
  for (let n = 0; n < 5; n += 1)
    await turnOf(house, {
      ...{ askerId: ana, mentorId: ben, state: 'declined', askedAt: house.ctx().now - 1000 },
      answeredAt: house.ctx().now,
    })
  const wait = async () => (await typicalWait(house.as(ana), { unit: 'call' })).schoolDays
  const later = (many: number) =>
    house.store.tx((tx) =>
      insertMany(
        tx,
        mentoringRequests,
        Array.from({ length: many }, () => {
          const asked = { id: newId(house.ctx().now), askerId: ben, createdAt: house.ctx().now }
          const how = { unit: 'year' as const, soon: 'fortnight' as const }
          return { ...asked, ...how, need: 'Year 9', topics: [], ways: [] }
        }),
      ),
    )
  await later(MOST_LATELY - 5)
  expect(await wait()).toBe(0)
  await later(1)
  expect(await wait()).toBeNull()
})
