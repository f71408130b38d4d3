import { connections, groupLeads, mentorOffers, mentorPlaces, programmes, schoolLeads } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { nextNo } from '@wirearchy/domain/ledger'
import { importStint } from '@wirearchy/domain/stint'
import { testHouse } from '@wirearchy/domain/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { peoplePage } from './people-page.ts'

const house = testHouse('2026-03-16')
let [lead, mo, schoolId, programmeId] = ['', '', '', '']
afterAll(() => house.close())

/** Lee runs a training group; Mo, whom Lee knows, offers mentoring, and both teach at one school. */
beforeAll(async () => {
  ;[lead, mo, schoolId] = [
    await house.person('Lee'),
    await house.person('Mo'),
    await house.school('St Hild’s'),
  ]
  const groupId = await house.trainedTogether([await house.person('Ana')])
  programmeId = newId(1)
  const stay = { schoolId, kind: 'employed' as const, role: null, startedOn: '2020-09-01', finishedOn: null }
  await house.store.tx(async (tx) => {
    for (const personId of [lead, mo]) await importStint(tx, house.ctx(), { personId, ...stay })
    const since = { id: newId(1), personId: lead, startedOn: '2020-01-01', grantedBy: 'operator' }
    await tx.insert(groupLeads).values({ ...since, groupId })
    const [personLo, personHi] = [lead, mo].sort() as [string, string]
    const tie = { id: newId(1), no: await nextNo(tx, 'connections'), personLo, personHi, createdAt: 1 }
    await tx.insert(connections).values({ ...tie, startedOn: '2024-11-04' })
    const of = { groupId, unit: 'year' as const, rules: {}, weights: {}, createdById: lead, createdAt: 1 }
    await tx.insert(programmes).values({ id: programmeId, name: 'Mentors', ...of })
    const offer = { topics: ['behaviour'], phases: [], subjects: [], ways: ['online'] }
    await tx.insert(mentorOffers).values({ personId: mo, ...offer, openedAt: 1, updatedAt: 1 })
    await tx.insert(mentorPlaces).values({ id: newId(1), personId: mo, unit: 'year', places: 2 })
  })
})

const offering = async () =>
  (await peoplePage(house.as(lead), { programmeId })).mentors.filter(({ how }) => how === 'offers')

it('shows whoever runs a training group who of those they know offers mentoring', async () => {
  expect(await offering()).toMatchObject([{ personId: mo }])
})

it('shows them nobody of the school that they lead as well: no employer learns who offers mentoring', async () => {
  const grant = { id: newId(1), personId: lead, schoolId, startedOn: '2019-09-02', grantedBy: 'operator' }
  await house.store.tx((tx) => tx.insert(schoolLeads).values(grant))
  expect(await offering()).toEqual([])
})
