import { keepApart } from '@wirearchy/domain/mentoring'
import { block } from '@wirearchy/domain/safety'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { askFirst, decline, requestsToMe, requestsWaiting } from './index.ts'
import { type RequestHouse, requestHouse } from './testing.ts'

let house: RequestHouse
let [asha, ben, cy, grace, tom] = ['', '', '', '', '']

/** Asha, Ben and Cy may ask Grace and Tom. */
beforeEach(async () => {
  house = requestHouse('2026-01-05')
  ;[asha, ben, cy, grace, tom] = [
    await house.member('Asha'),
    await house.member('Ben'),
    await house.member('Cy'),
    await house.member('Grace'),
    await house.member('Tom'),
  ]
  await house.trainedTogether([asha, ben, cy, grace, tom])
  for (const mentor of [grace, tom]) await house.offers(mentor, { call: 3 })
})
afterEach(() => house.close())

const waiting = () => requestsWaiting(house.as(grace))
const all = () => requestsToMe(house.as(grace))

it('says on the mentor’s own page what waits, as the page of all requests says it', async () => {
  const [mine] = [await house.asks(asha, [grace]), await house.asks(ben), await house.asks(cy, [tom])]
  expect(await waiting()).toEqual({ toAnswer: (await all()).toAnswer, listed: 1 })
  expect((await waiting()).toAnswer).toMatchObject([{ ...mine, name: 'Asha', state: 'asked' }])
  await askFirst(house.as(grace), { ...mine, question: 'Which year?' })
  expect((await waiting()).toAnswer).toMatchObject([{ ...mine, state: 'question' }])
  await decline(house.as(grace), mine)
  expect(await waiting()).toMatchObject({ toAnswer: [], listed: 1 })
})

it('keeps out of it whom either keeps out or apart, while it is open', async () => {
  const names = async () => {
    const { toAnswer, onTheList } = await all()
    return [...toAnswer, ...onTheList].map(({ name }) => name)
  }
  await house.asks(asha, [grace])
  await house.asks(ben, [grace])
  await house.asks(cy)
  expect(await names()).toEqual(['Ben', 'Asha', 'Cy'])
  await keepApart(house.as(asha), { personId: grace, why: 'dispute' })
  expect(await names()).toEqual(['Ben', 'Cy'])
  await block(house.as(grace), { personId: ben })
  await block(house.as(cy), { personId: grace })
  expect([await names(), await waiting()]).toEqual([[], { toAnswer: [], listed: 0 }])
})

it('finds what has waited longest first, also when much stands before it that is not for Grace', async () => {
  const strangers = []
  for (let n = 0; n < 20; n += 1) strangers.push(await house.member(`Stranger ${n}`))
  for (const stranger of strangers) for (let n = 0; n < 3; n += 1) await house.asks(stranger)
  const [first, second] = [await house.asks(ben), await house.asks(asha)]
  expect((await all()).onTheList).toMatchObject([first, second])
})
