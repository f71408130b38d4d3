import { eq, ledger, pauses } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  addHours,
  closeOffer,
  keepApart,
  mayAsk,
  myOffer,
  pauseOffer,
  removeHours,
  resumeOffer,
} from './index.ts'
import { AddHours, SaveOffer } from './input.ts'
import { offers } from './testing.ts'

let house: ReturnType<typeof testHouse>
let [ana, ben] = ['', '']

beforeEach(async () => {
  house = testHouse('2026-01-05')
  ;[ana, ben] = [await house.person('Ana'), await house.person('Ben')]
  await house.trainedTogether([ana, ben])
})
afterEach(() => house.close())

const calls = { unit: 'call' as const, outsideMySchool: false }
const anaMayAsk = () => mayAsk(house.store.read, house.as(ana), ben, calls)
const state = async () => (await myOffer(house.as(ben))).offer?.state
const hours = (over: Partial<AddHours> = {}) =>
  addHours(house.as(ben), { weekday: 4, startMinute: 930, endMinute: 990, way: 'online', ...over })

it('keeps what somebody offers as they said it, with places for each unit', async () => {
  await offers(house, ben, { note: ' Year 2  ', subjects: 'Maths, maths, Art', places: { call: 3 } })
  const { offer, places } = await myOffer(house.as(ben))
  expect(offer).toMatchObject({ state: 'open', note: 'Year 2', subjects: ['Maths', 'Art'], noticeHours: 24 })
  expect(places).toEqual([
    { unit: 'question', places: 1, taken: 0 },
    { unit: 'call', places: 3, taken: 0 },
    { unit: 'half_term', places: 0, taken: 0 },
    { unit: 'year', places: 0, taken: 0 },
  ])
})

it('asks for one place at least, one way and one topic', () => {
  const none = { question: '0', call: 0, half_term: 0, year: 0 }
  const { error } = SaveOffer.safeParse({ topics: [], ways: [], noticeHours: '24', places: none })
  expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['topics', 'Choose at least one thing that you can help with.'],
    ['ways', 'Choose at least one way.'],
    ['places.question', 'Offer at least one place, or close your offer instead.'],
  ])
})

it('pauses until a day, resumes, closes and opens again as it was', async () => {
  await offers(house, ben)
  await pauseOffer(house.as(ben), { until: '2026-02-02' })
  expect([await state(), await anaMayAsk()]).toEqual(['paused', false])
  await resumeOffer(house.as(ben))
  expect([await state(), await anaMayAsk()]).toEqual(['open', true])
  await closeOffer(house.as(ben))
  expect([await state(), await anaMayAsk()]).toEqual(['closed', false])
  await resumeOffer(house.as(ben))
  expect([await state(), await anaMayAsk()]).toEqual(['open', true])
})

it('says which day a pause may have, and that there is nothing to pause yet', async () => {
  await expect(pauseOffer(house.as(ben), { until: '2026-02-02' })).rejects.toMatchObject({ code: 'conflict' })
  await offers(house, ben)
  for (const until of ['2026-01-05', '2029-01-01'])
    await expect(pauseOffer(house.as(ben), { until })).rejects.toMatchObject({ field: 'until' })
})

it('suggests nobody who is on a break, and everybody again once they are back', async () => {
  await offers(house, ben)
  const away = { id: newId(1), personId: ben, startedOn: '2026-01-05', finishedOn: '2026-01-18' }
  await house.store.tx((tx) => tx.insert(pauses).values(away))
  expect(await anaMayAsk()).toBe(false)
  house.itIs('2026-01-19')
  expect(await anaMayAsk()).toBe(true)
})

it('keeps hours in the week in quarters, side by side and never over each other', async () => {
  const { hoursId } = await hours()
  await hours({ startMinute: 990, endMinute: 1020 })
  await hours({ weekday: 5 })
  for (const over of [{ startMinute: 975, endMinute: 1005 }, { startMinute: 900, endMinute: 1200 }, {}])
    await expect(hours(over)).rejects.toMatchObject({ field: 'startMinute' })
  await expect(hours({ weekday: 1, endMinute: 930 })).rejects.toMatchObject({ field: 'endMinute' })
  expect(
    AddHours.safeParse({ weekday: '1', startMinute: '925', endMinute: '990', way: 'online' }).success,
  ).toBe(false)
  await expect(removeHours(house.as(ana), { hoursId })).rejects.toMatchObject({ code: 'not_found' })
  await removeHours(house.as(ben), { hoursId })
  expect(
    (await myOffer(house.as(ben))).hours.map(({ weekday, startMinute }) => [weekday, startMinute]),
  ).toEqual([
    [4, 990],
    [5, 930],
  ])
})

it('keeps a person’s words and the other’s name out of the ledger', async () => {
  await offers(house, ben, { note: 'Zqnote' })
  await keepApart(house.as(ben), { personId: ana, why: 'dispute' })
  const told = await house.store.read.select().from(ledger).where(eq(ledger.actorId, ben))
  expect(told.map(({ type }) => type)).toEqual(['offer.saved', 'apart.kept'])
  const bytes = JSON.stringify(told)
  expect([bytes.includes('Zqnote'), bytes.includes(ana), bytes.includes('dispute')]).toEqual([
    false,
    false,
    false,
  ])
})
