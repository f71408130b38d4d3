import { answer, ask } from '@wirearchy/domain/connection'
import { notices, notify, readNotices } from '@wirearchy/domain/job'
import { block } from '@wirearchy/domain/safety'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'

let house: ReturnType<typeof testHouse>
let [ana, ben] = ['', '']

beforeEach(async () => {
  house = testHouse('2026-01-05')
  ;[ana, ben] = [await house.person('Ana'), await house.person('Ben')]
  await house.trainedTogether([ana, ben])
  const { requestId } = await ask(house.as(ana), { personId: ben, sentence: 'From the lab.' })
  await answer(house.as(ben), { requestId, answer: 'yes' })
})
afterEach(() => house.close())

it('tells the asker of a yes, until it is read', async () => {
  const told = async () => (await notices(house.as(ana))).map(({ text, href, isNew }) => [text, href, isNew])
  expect(await told()).toEqual([['Ben says that you know each other.', `/people/${ben}`, true]])
  await readNotices(house.as(ana))
  expect((await told())[0]?.[2]).toBe(false)
})

it('leaves questions to the place where they are answered', async () => {
  expect(await notices(house.as(ben))).toEqual([])
})

it('forgets whoever is out of sight by the time it is read', async () => {
  await block(house.as(ana), { personId: ben })
  expect(await notices(house.as(ana))).toEqual([])
})

it('keeps back what is to be told later', async () => {
  const later = house.ctx().now + 60_000
  await house.store.tx((tx) =>
    notify(tx, house.ctx(), [{ personId: ben, kind: 'moved', aboutPersonId: ana, showFrom: later }]),
  )
  expect(await notices(house.as(ben))).toEqual([])
  expect(await notices({ ...house.as(ben), now: later })).toMatchObject([{ href: `/people/${ana}` }])
})
