import {
  agreements,
  keptApart,
  mentoringAsks,
  mentoringRequests,
  mentorOffers,
  mentorPlaces,
  mentorships,
  spaceNotes,
  sql,
} from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { nextNo } from '@wirearchy/domain/ledger'
import { pairOf } from '@wirearchy/domain/mentoring'
import { testHouse } from '@wirearchy/domain/testing'
import { afterAll, expect, it } from 'vitest'
import { join, part } from './testing/join.ts'

const house = testHouse('2026-03-16')
afterAll(() => house.close())

/** A chapter with a note by its mentee. @returns its id */
async function chapter(mentorId: string, menteeId: string, text: string) {
  const id = newId(house.ctx().now)
  await house.store.tx(async (tx) => {
    const row = { id, no: await nextNo(tx, 'mentorships'), mentorId, menteeId, kind: 'informal' as const }
    await tx.insert(mentorships).values({ ...row, startedOn: '2026-01-05', createdAt: 1 })
    await tx.insert(agreements).values({ mentorshipId: id, unit: 'year', createdAt: 1, updatedAt: 1 })
    const note = { id: newId(house.ctx().now), mentorshipId: id, by: 'mentee' as const, isPrivate: false }
    await tx.insert(spaceNotes).values({ ...note, text, createdAt: 1 })
  })
  return id
}

const wordsOf = async (viewer: string, mentorshipId: string) => {
  const { chapterIds } = await pairOf(house.store.read, house.as(viewer), mentorshipId)
  const notes = await house.store.read.select().from(spaceNotes)
  return notes
    .filter(({ mentorshipId: at }) => chapterIds.includes(at))
    .map(({ text }) => text)
    .sort()
}

it('keeps every word of two chapters that turn out to be one, also of the one that is void, and parts them again', async () => {
  const [ana, alsoAna, ben] = [
    await house.person('Ana'),
    await house.person('Ana L'),
    await house.person('Ben'),
  ]
  const one = await chapter(ben, ana, 'Calm starts')
  const other = await chapter(ben, alsoAna, 'Fewer books')
  const mergeId = await join(house.ctx(), alsoAna, ana)
  const both = ['Calm starts', 'Fewer books']
  for (const viewer of [ana, ben])
    for (const id of [one, other]) expect(await wordsOf(viewer, id)).toEqual(both)
  const void_ = await house.store.read.rows(sql`select 1 from mentorships where voided_at is not null`)
  expect(void_).toHaveLength(1)
  await part(house.ctx(), mergeId)
  expect(await wordsOf(ana, one)).toEqual(['Calm starts'])
  expect(await wordsOf(ben, other)).toEqual(['Fewer books'])
})

it('opens no space of somebody with themselves', async () => {
  const [ana, alsoAna] = [await house.person('Ana'), await house.person('Ana L')]
  const self = await chapter(alsoAna, ana, 'Odd')
  await join(house.ctx(), alsoAna, ana)
  await expect(pairOf(house.store.read, house.as(ana), self)).rejects.toMatchObject({ code: 'not_found' })
})

it('asks nobody twice, and opens no turn again in a request that is over when two records are parted', async () => {
  const [ana, ben, alsoBen] = [
    await house.person('Ana'),
    await house.person('Ben'),
    await house.person('Ben K'),
  ]
  const [requestId, first, second] = [newId(1), newId(2), newId(3)]
  await house.store.tx(async (tx) => {
    const how = { unit: 'call' as const, need: 'Help', topics: [], ways: [], soon: 'fortnight' as const }
    await tx.insert(mentoringRequests).values({ id: requestId, askerId: ana, ...how, createdAt: 1 })
    const turn = { requestId, createdAt: 1 }
    await tx.insert(mentoringAsks).values([
      { id: first, ...turn, mentorId: ben, rank: 1, state: 'asked' },
      { id: second, ...turn, mentorId: alsoBen, rank: 2, state: 'next' },
    ])
  })
  const statesNow = async () =>
    (await house.store.read.select().from(mentoringAsks))
      .map(({ mentorId, state }) => [mentorId, state])
      .sort()
  const mergeId = await join(house.ctx(), alsoBen, ben)
  expect(await statesNow()).toEqual([
    [ben, 'asked'],
    [ben, 'closed'],
  ])
  await house.store.tx((tx) =>
    tx.update(mentoringRequests).set({ state: 'withdrawn', closedAt: house.ctx().now }),
  )
  const { left } = await part(house.ctx(), mergeId)
  expect(left).toEqual([`mentoring_asks/${second}`])
  expect(await statesNow()).toEqual(
    [
      [ben, 'asked'],
      [alsoBen, 'closed'],
    ].sort(),
  )
})

it('keeps apart whomever either record keeps apart, and says what is offered once', async () => {
  const [ana, alsoAna, ben] = [
    await house.person('Ana'),
    await house.person('Ana L'),
    await house.person('Ben'),
  ]
  const offer = { topics: ['planning'], phases: [], subjects: [], ways: ['phone'], openedAt: 1, updatedAt: 1 }
  await house.store.tx(async (tx) => {
    const row = { createdAt: 1, why: 'dispute' as const }
    await tx.insert(keptApart).values([
      { id: newId(1), ...row, personId: alsoAna, otherId: ben },
      { id: newId(2), ...row, personId: ben, otherId: alsoAna },
      { id: newId(3), ...row, personId: ana, otherId: alsoAna },
    ])
    await tx.insert(mentorOffers).values([
      { personId: ana, ...offer, note: 'Long ago', closedAt: 2 },
      { personId: alsoAna, ...offer, note: 'Gladly' },
    ])
    const place = { personId: alsoAna, places: 2 }
    await tx.insert(mentorPlaces).values([
      { id: newId(4), ...place, unit: 'call' },
      { id: newId(5), personId: ana, unit: 'year', places: 1 },
    ])
  })
  const mergeId = await join(house.ctx(), alsoAna, ana)
  const { read } = house.store
  const open = (await read.select().from(keptApart)).filter(({ liftedAt }) => liftedAt === null)
  expect(open.map(({ personId, otherId }) => [personId, otherId]).sort()).toEqual(
    [
      [ana, ben],
      [ben, ana],
    ].sort(),
  )
  expect((await read.select().from(mentorOffers)).map(({ note }) => note)).toEqual(['Gladly'])
  const places = (await read.select().from(mentorPlaces)).map(({ unit, personId }) => [unit, personId])
  expect(places).toEqual([['call', ana]])
  await part(house.ctx(), mergeId)
  const offers = (await read.select().from(mentorOffers)).map(({ note, personId }) => [note, personId])
  expect(offers.sort()).toEqual(
    [
      ['Gladly', alsoAna],
      ['Long ago', ana],
    ].sort(),
  )
})
