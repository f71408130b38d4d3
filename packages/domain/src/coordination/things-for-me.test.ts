import { checkIns, mentoringAsks, mentoringRequests } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { block } from '@wirearchy/domain/safety'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { thingsForMe } from './index.ts'
import { type BoardHouse, boardHouse } from './testing.ts'

let house: BoardHouse
let mo: string
let ana: string
let pair: string
beforeEach(async () => {
  house = await boardHouse('2025-11-03')
  mo = await house.teacher('Mo')
  ana = await house.teacher('Ana')
  pair = await house.pair(mo, ana, '2025-09-08')
})
afterEach(() => house.close())

const things = async (who: string) =>
  (await thingsForMe(house.as(who))).map(({ what, name }) => `${what} ${name}`)

/** Somebody asks Mo, whose answer is due on a day. */
const asks = (askerId: string, dueOn: string, state: 'asked' | 'question' = 'asked', rank = 1) =>
  house.store.tx(async (tx) => {
    const [requestId, at] = [newId(1), { createdAt: 1 }]
    const how = { unit: 'call' as const, need: 'Year 9', topics: [], ways: [], soon: 'fortnight' as const }
    await tx.insert(mentoringRequests).values({ id: requestId, askerId, ...how, ...at })
    await tx
      .insert(mentoringAsks)
      .values({ id: newId(2), requestId, mentorId: mo, rank, state, dueOn, ...at })
  })

it('puts a meeting tomorrow first, then whether one happened, then what is to be answered', async () => {
  await house.meeting(pair, '2025-11-04', { state: 'booked' })
  await house.meeting(pair, '2025-10-24', { state: 'booked' })
  await asks(await house.teacher('Late'), '2025-11-10')
  await asks(await house.teacher('Soon'), '2025-11-05')
  expect(await things(mo)).toEqual(['meeting Ana', 'happened Ana', 'request Soon', 'request Late'])
  await asks(ana, '2025-11-06', 'question')
  expect(await things(ana)).toEqual(['meeting Mo', 'happened Mo', 'question Mo'])
})

it('asks each of the two until they have said whether it happened, and after two weeks nobody', async () => {
  await house.meeting(pair, '2025-10-24', { mentorSaid: 'yes' })
  expect([await things(mo), await things(ana)]).toEqual([[], ['happened Mo']])
  house.itIs('2025-11-08')
  expect(await things(ana)).toEqual([])
})

it('shows a check-in to the side whose it is, once its day has come', async () => {
  const due = { mentorshipId: pair, by: 'mentee' as const, kind: 'three_weeks' as const, createdAt: 1 }
  await house.store.tx((tx) => tx.insert(checkIns).values({ id: newId(1), ...due, dueOn: '2025-11-04' }))
  expect(await things(ana)).toEqual([])
  house.itIs('2025-11-04')
  expect([await things(ana), await things(mo)]).toEqual([['check_in Mo'], []])
})

it('is never of more than five things, and of nobody who is kept out', async () => {
  for (let n = 1; n <= 6; n += 1) await asks(await house.teacher(`Asker ${n}`), `2025-11-1${n}`)
  await house.meeting(pair, '2025-11-04', { state: 'booked' })
  expect(await things(mo)).toEqual(['meeting Ana', ...[1, 2, 3, 4].map((n) => `request Asker ${n}`)])
  await block(house.as(ana), { personId: mo })
  expect(await things(mo)).toEqual([1, 2, 3, 4, 5].map((n) => `request Asker ${n}`))
})

it('names whoever asks from the open list only to a mentor who sees them anyway', async () => {
  await asks(await house.teacher('Stranger'), '2025-11-05', 'asked', 100)
  await asks(ana, '2025-11-06', 'asked', 100)
  await asks(await house.teacher('Chooser'), '2025-11-07')
  expect(await things(mo)).toEqual(['request A new teacher', 'request Ana', 'request Chooser'])
  expect((await thingsForMe(house.as(mo)))[0]?.personId).toBe('')
})
