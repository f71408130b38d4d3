import { people, sql } from '@wirearchy/db'
import { seedProfession } from '@wirearchy/domain/cast'
import { answer, ask } from '@wirearchy/domain/connection'
import { erase } from '@wirearchy/domain/person'
import { addStint } from '@wirearchy/domain/stint'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dayNumber } from './day-number.ts'
import { openNetworkIndex } from './open.ts'

let house: ReturnType<typeof testHouse>
beforeEach(() => {
  house = testHouse('2026-01-05')
})
afterEach(() => house.close())

const connect = async (one: string, other: string) => {
  const { requestId } = await ask(house.as(one), { personId: other, sentence: 'We shared a lab bench.' })
  await answer(house.as(other), { requestId, answer: 'yes' })
}
const noOf = async (id: string) => {
  const [row] = await house.store.read.rows<{ no: number }>(sql`
    select no from people where id = ${id} union all select no from schools where id = ${id}`)
  return row?.no ?? Number.NaN
}

it('asks one thing of the database when the ledger has nothing new', async () => {
  const index = await openNetworkIndex(house.store)
  const before = house.store.statements()
  await index.catchUp()
  expect(house.store.statements() - before).toBe(1)
})

it('knows of a connection and a stay made since, however many ask at once, and forgets the erased', async () => {
  const [ana, ben] = [await house.person('Ana'), await house.person('Ben')]
  await house.trainedTogether([ana, ben])
  const marlow = await house.school('Marlow Academy')
  const index = await openNetworkIndex(house.store)
  const [me, there] = [await noOf(ana), await noOf(marlow)]
  const nearby = () => index.near(me, there, house.today())
  expect(nearby()).toEqual([])
  await connect(ana, ben)
  await addStint(house.as(ben), {
    ...{ schoolId: marlow, kind: 'employed', role: null, pattern: null },
    ...{ startedOn: '2025-09-01', finishedOn: null },
  })
  await Promise.all([index.catchUp(), index.catchUp(), index.catchUp()])
  expect(nearby()).toEqual([{ no: await noOf(ben), how: 'known' }])
  await erase(house.ctx(), { personId: ben, reason: 'Asked to be forgotten.' })
  await index.catchUp()
  expect(nearby()).toEqual([])
  expect(index.dump()).toEqual((await openNetworkIndex(house.store)).dump())
})

it('reads everything anew when a database is filled behind its back', async () => {
  const index = await openNetworkIndex(house.store)
  await seedProfession(house.ctx(), { people: 200 })
  await index.catchUp()
  expect((await house.store.read.select().from(people)).length).toBe(200)
  expect(index.dump()).toEqual((await openNetworkIndex(house.store)).dump())
})

it('counts days in order, with an end that has not come after all of them', () => {
  const days = ['1961-09-01', '1999-12-31', '2000-01-01', '2026-03-29', '2026-03-30', '2999-01-01', null]
  expect(days.map(dayNumber)).toEqual([-14_001, -1, 0, 9_584, 9_585, 65_534, 65_535])
})
