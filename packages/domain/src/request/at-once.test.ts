import { agreements, eq, mentoringAsks, mentoringRequests, mentorships } from '@wirearchy/db'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { accept, askOthers, requestsToMe } from './index.ts'
import { type RequestHouse, requestHouse } from './testing.ts'

const MANY = 200
const PLACES = 3

let house: RequestHouse
beforeEach(() => {
  house = requestHouse('2026-01-05')
})
afterEach(() => house.close())

const many = (name: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => house.person(`${name} ${n}`)))

/** How each of many things done at once went: `yes`, or the code of the refusal. */
async function outcomes(all: Promise<unknown>[]) {
  const counts: Record<string, number> = {}
  for (const one of await Promise.allSettled(all)) {
    const word = one.status === 'fulfilled' ? 'yes' : ((one.reason as { code?: string }).code ?? 'fault')
    counts[word] = (counts[word] ?? 0) + 1
  }
  return counts
}

it(`never takes more than ${PLACES} of ${MANY} who are accepted at once: places are never exceeded`, async () => {
  const grace = await house.person('Grace')
  const askers = await many('Asker', MANY)
  await house.offers(grace, { call: PLACES })
  const requests: { requestId: string }[] = []
  for (const asker of askers) {
    await house.trainedTogether([grace, asker])
    requests.push(await house.asks(asker, [grace]))
  }
  const began = performance.now()
  const went = await outcomes(requests.map((one) => accept(house.as(grace), one)))
  console.log(
    `${MANY} accepts at once for ${PLACES} places: ${JSON.stringify(went)} in ${Math.round(performance.now() - began)} ms`,
  )
  expect(went).toEqual({ yes: PLACES, conflict: MANY - PLACES })
  expect(await house.store.read.select().from(mentorships)).toHaveLength(PLACES)
  expect(await house.store.read.select().from(agreements)).toHaveLength(PLACES)
  const open = house.store.read.select().from(mentoringRequests).where(eq(mentoringRequests.state, 'open'))
  expect(await open).toHaveLength(MANY - PLACES)
}, 120_000)

it(`gives one request on the open list to one of ${MANY} mentors who say yes at once`, async () => {
  const asha = await house.person('Asha')
  const mentors = await many('Mentor', MANY)
  for (const mentor of mentors) {
    await house.trainedTogether([asha, mentor])
    await house.offers(mentor, { call: 1 })
  }
  const { requestId } = await house.asks(asha)
  const went = await outcomes(mentors.map((mentor) => accept(house.as(mentor), { requestId })))
  console.log(`${MANY} mentors say yes to one request at once: ${JSON.stringify(went)}`)
  expect(went).toEqual({ yes: 1, gone: MANY - 1 })
  const yes = house.store.read.select().from(mentoringAsks).where(eq(mentoringAsks.state, 'accepted'))
  expect(await yes).toHaveLength(1)
  expect(await house.store.read.select().from(mentorships)).toHaveLength(1)
}, 120_000)

it('answers a yes that is pressed fifty times at once with one mentoring', async () => {
  const [asha, grace] = [await house.person('Asha'), await house.person('Grace')]
  await house.trainedTogether([asha, grace])
  await house.offers(grace)
  const one = await house.asks(asha, [grace])
  const answers = await Promise.all(Array.from({ length: 50 }, () => accept(house.as(grace), one)))
  expect(new Set(answers.map(({ mentorshipId }) => mentorshipId)).size).toBe(1)
  expect(await house.store.read.select().from(mentorships)).toHaveLength(1)
})

it('offers what is on the open list to every mentor whom it fits, longest waiting first', async () => {
  const [asha, grace] = [await house.person('Asha'), await house.person('Grace')]
  await house.trainedTogether([asha, grace])
  await house.offers(grace, { call: 1, question: 1 })
  const first = await house.asks(asha, [], { unit: 'question' })
  const second = await house.asks(asha, [], { topics: ['behaviour'] })
  const third = await house.asks(asha, [], { unit: 'year' })
  const lines = (await requestsToMe(house.as(grace))).onTheList
  expect(lines.map(({ requestId }) => requestId)).toEqual([first.requestId, second.requestId])
  await askOthers(house.as(asha), { ...second, mentorIds: [grace] })
  expect((await requestsToMe(house.as(grace))).onTheList).toHaveLength(1)
  await accept(house.as(grace), first)
  await expect(accept(house.as(grace), third)).rejects.toMatchObject({ code: 'not_found' })
})
