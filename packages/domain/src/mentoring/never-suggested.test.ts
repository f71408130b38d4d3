import { blocks, groupLeads, mentorships, schoolLeads, stints } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepApart, liftApart, mayAsk, pauseOffer } from './index.ts'
import { type AnaAndOthers, anaAndOthers, offers, turnOf, wanted } from './testing.ts'

let no = 1
let house: AnaAndOthers['house']
let names: AnaAndOthers['names']
let [ana, ben, sian, gareth] = ['', '', '', '']
beforeEach(async () => {
  ;({ house, names, ana, ben, sian, gareth } = await anaAndOthers())
})
afterEach(() => house.close())

const worksAt = (personId: string, schoolId: string) =>
  house.store.tx((tx) =>
    tx.insert(stints).values({
      ...{ id: newId(1), no: no++, personId, schoolId, kind: 'employed', startedOn: '2025-09-01' },
      ...{ source: 'self', confidence: 'confirmed', createdAt: 1 },
    }),
  )

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
