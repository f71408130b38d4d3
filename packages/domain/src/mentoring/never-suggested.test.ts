import { audiences, blocks, eq, groupLeads, mentorships, profiles, schoolLeads, stints } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepApart, liftApart, mayAsk, pauseOffer, suggest } from './index.ts'
import { Suggest } from './input.ts'
import { offers, turnOf } from './testing.ts'

let house: ReturnType<typeof testHouse>
let [ana, ben, sian, gareth, _zoe] = ['', '', '', '', '']
let no = 1

beforeEach(async () => {
  house = testHouse('2026-01-05')
  ;[ana, ben, sian, gareth, _zoe] = [
    await house.person('Ana'),
    await house.person('Ben'),
    await house.person('Siân'),
    await house.person('Gareth'),
    await house.person('Zoë'),
  ]
  await house.trainedTogether([ana, ben, sian])
  await house.trainedTogether([sian, gareth])
})
afterEach(() => house.close())

type Raw = Partial<Parameters<typeof Suggest.parse>[0] & object>
const wanted = (over: Raw = {}) =>
  Suggest.parse({ unit: 'call', topics: ['planning'], ways: ['online'], soon: 'fortnight', ...over })
const suggested = (over?: Raw, viewer = ana) => suggest(house.as(viewer), wanted(over))
const names = async (over?: Raw, viewer = ana) =>
  (await suggested(over, viewer)).map(({ name }) => name).sort()
const _set = (personId: string, field: string, level: 'only_me' | 'groups' | 'members') =>
  house.store.tx((tx) => tx.insert(audiences).values({ personId, field, level }))
const worksAt = (personId: string, schoolId: string) =>
  house.store.tx((tx) =>
    tx.insert(stints).values({
      ...{ id: newId(1), no: no++, personId, schoolId, kind: 'employed', startedOn: '2025-09-01' },
      ...{ source: 'self', confidence: 'confirmed', createdAt: 1 },
    }),
  )
const _says = (personId: string, subjects: string[], phase: string) =>
  house.store.tx((tx) => tx.update(profiles).set({ subjects, phase }).where(eq(profiles.personId, personId)))

it('keeps blocked people apart, whoever blocked, and does not come through a block', async () => {
  await offers(house, ben)
  await offers(house, gareth)
  const block = (blockerId: string, blockedId: string) =>
    house.store.tx((tx) => tx.insert(blocks).values({ id: newId(1), blockerId, blockedId, createdAt: 1 }))
  await block(ben, ana)
  expect(await names()).toEqual(['Gareth'])
  await block(gareth, sian)
  expect(await names()).toEqual([])
})

it('respects the private list both ways, and again suggests once it is lifted', async () => {
  await offers(house, ben)
  await offers(house, ana)
  const { keptId } = await keepApart(house.as(ben), { personId: ana, why: 'dispute' })
  expect([await names(), await names({}, ben)]).toEqual([[], []])
  await liftApart(house.as(ben), { keptId })
  expect([await names(), await names({}, ben)]).toEqual([['Ben'], ['Ana']])
})

it('leaves out whoever leads the school or the training group, until they no longer do', async () => {
  const moorside = await house.school('Moorside')
  await worksAt(ana, moorside)
  await worksAt(ben, moorside)
  await offers(house, ben)
  await offers(house, sian)
  const lead = { id: newId(1), grantedBy: 'operator', startedOn: '2025-09-01' }
  await house.store.tx((tx) => tx.insert(schoolLeads).values({ ...lead, personId: ben, schoolId: moorside }))
  expect(await names()).toEqual(['Siân'])
  const group = await house.trainedTogether([ana], { startedOn: '2025-09-01', finishedOn: '2026-07-17' })
  await house.store.tx((tx) => tx.insert(groupLeads).values({ ...lead, personId: sian, groupId: group }))
  expect(await names()).toEqual([])
  house.itIs('2026-09-01')
  expect(await names()).toEqual(['Siân'])
})

it('lets nobody who leads a school or a training group see what its people offer', async () => {
  const moorside = await house.school('Moorside')
  await worksAt(ana, moorside)
  await worksAt(ben, moorside)
  await offers(house, ben)
  await offers(house, sian)
  const lead = { id: newId(1), grantedBy: 'operator', startedOn: '2025-09-01' }
  await house.store.tx((tx) => tx.insert(schoolLeads).values({ ...lead, personId: ana, schoolId: moorside }))
  expect(await names()).toEqual(['Siân'])
  const group = await house.trainedTogether([sian], { startedOn: '2025-09-01', finishedOn: '2026-07-17' })
  await house.store.tx((tx) => tx.insert(groupLeads).values({ ...lead, personId: ana, groupId: group }))
  expect(await names()).toEqual([])
})

it('stays outside the school when the asker or the mentor would rather', async () => {
  const moorside = await house.school('Moorside')
  for (const one of [ana, ben, sian]) await worksAt(one, moorside)
  await offers(house, ben)
  await offers(house, sian, { outsideMySchool: 'yes' })
  expect(await names()).toEqual(['Ben'])
  expect(await names({ outsideMySchool: 'yes' })).toEqual([])
})

it('suggests nobody who mentors you already, and again once that is over', async () => {
  await offers(house, ben)
  const row = { id: newId(1), no: 1, mentorId: ben, menteeId: ana, kind: 'informal' as const, createdAt: 1 }
  await house.store.tx((tx) =>
    tx.insert(mentorships).values({ ...row, startedOn: '2025-11-03', finishedOn: '2026-01-09' }),
  )
  expect(await names()).toEqual([])
  house.itIs('2026-01-10')
  expect(await names()).toEqual(['Ben'])
})

it('waits for a paused mentor until the day that they said, and offers only units that have a place', async () => {
  await offers(house, ben, { places: { call: 1, year: 0 } })
  expect(await names({ unit: 'year' })).toEqual([])
  await pauseOffer(house.as(ben), { until: '2026-01-12' })
  expect(await names()).toEqual([])
  house.itIs('2026-01-12')
  expect(await names()).toEqual(['Ben'])
})

it('does not suggest again whom you wait on, nor who said no to you in the last four weeks', async () => {
  await offers(house, ben)
  await offers(house, sian)
  await turnOf(house, { askerId: ana, mentorId: ben, state: 'asked' })
  await turnOf(house, { askerId: ana, mentorId: sian, state: 'declined' })
  expect(await names()).toEqual([])
  expect(await mayAsk(house.store.read, house.as(ana), sian, wanted())).toBe(true)
  house.itIs('2026-02-10')
  expect(await names()).toEqual(['Siân'])
})
