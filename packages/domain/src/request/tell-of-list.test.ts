import { notifications } from '@wirearchy/db'
import { notices } from '@wirearchy/domain/job'
import { closeOffer, keepApart } from '@wirearchy/domain/mentoring'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { decline, tellOfOpenList, withdraw } from './index.ts'
import { type RequestHouse, requestHouse } from './testing.ts'

let house: RequestHouse
let [asha, ben, grace, tom, stranger] = ['', '', '', '', '']

/** Asha and Ben may ask Grace and Tom, and not the stranger. */
beforeEach(async () => {
  house = requestHouse('2026-01-05')
  ;[asha, ben, grace, tom, stranger] = [
    await house.member('Asha'),
    await house.member('Ben'),
    await house.member('Grace'),
    await house.member('Tom'),
    await house.member('Stranger'),
  ]
  await house.trainedTogether([asha, ben, grace, tom])
  for (const mentor of [grace, tom, stranger]) await house.offers(mentor)
})
afterEach(() => house.close())

const LINE = 'Somebody asks for what you offer'
/** The day’s job, twice over as after a restart. */
const theDay = async (day = '2026-01-06') => {
  house.itIs(day)
  await tellOfOpenList(house.ctx())
  await tellOfOpenList(house.ctx())
}
const lines = async (...who: string[]) => {
  const letters = await Promise.all(who.map((one) => house.lettersTo(one)))
  return letters.map((all) => all.filter((subject) => subject === LINE).length)
}

it('tells mentors whose offer fits that somebody asks, naming nobody, and nobody out of reach', async () => {
  await house.asks(asha, [], { need: 'PRIVATENEED' })
  await theDay()
  expect(await lines(grace, tom, stranger, asha, ben)).toEqual([1, 1, 0, 0, 0])
  const [letter] = await house.mailsTo(grace)
  expect(letter).toMatchObject({ kind: 'nudge_listed', href: '/mentoring/requests', aboutPersonId: null })
  expect(JSON.stringify(letter)).not.toMatch(/Asha|PRIVATE/)
  expect(await notices(house.as(grace))).toMatchObject([
    { text: 'A new teacher on the open list asks for what you offer.', href: '/mentoring/requests' },
  ])
})

it('tells a mentor once a week at most, however many ask', async () => {
  await house.asks(asha)
  await theDay()
  await house.asks(ben)
  await theDay('2026-01-12')
  expect(await lines(grace)).toEqual([1])
  await theDay('2026-01-13')
  expect(await lines(grace)).toEqual([2])
})

it('tells of no request twice, though it stands there for three weeks', async () => {
  await house.asks(asha)
  for (const day of ['2026-01-06', '2026-01-13', '2026-01-14', '2026-01-20', '2026-01-22']) await theDay(day)
  expect(await lines(grace, tom)).toEqual([1, 1])
})

it('tells nothing of it to who had the request, who is full or closed, or who is kept apart', async () => {
  const { requestId } = await house.asks(asha, [grace])
  await decline(house.as(grace), { requestId })
  await closeOffer(house.as(tom))
  const [lena, omar] = [await house.member('Lena'), await house.member('Omar')]
  await house.trainedTogether([asha, lena, omar])
  await house.offers(lena, { half_term: 1 })
  await house.offers(omar)
  await keepApart(house.as(asha), { personId: omar, why: 'dispute' })
  await theDay()
  expect(await lines(grace, tom, lena, omar)).toEqual([0, 0, 0, 0])
})

it('tells nothing at a weekend, and nothing of what was taken back', async () => {
  const one = await house.asks(asha)
  await theDay('2026-01-10')
  await withdraw(house.as(asha), one)
  await theDay('2026-01-12')
  expect(await house.store.read.select().from(notifications)).toEqual([])
})
