import {
  audiences,
  blocks,
  connections,
  groupLeads,
  groupMemberships,
  groups,
  schoolLeads,
  sql,
  stints,
} from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { canSee, levelsFor, visibleStints } from '@wirearchy/domain/visibility'
import { afterEach, beforeEach, expect, it } from 'vitest'

let house: ReturnType<typeof testHouse>
let [ana, ben, cy] = ['', '', '']
let no = 100

beforeEach(async () => {
  house = testHouse('2026-01-05')
  ;[ana, ben, cy] = [await house.person('Ana'), await house.person('Ben'), await house.person('Cy')]
})
afterEach(() => house.close())

const id = () => newId(house.ctx().now)
const stint = (
  personId: string,
  schoolId: string,
  startedOn: string,
  finishedOn: string | null = null,
  rest = {},
) =>
  house.store.tx(async (tx) => {
    const row = { id: id(), no: no++, personId, schoolId, kind: 'employed' as const, startedOn, finishedOn }
    await tx.insert(stints).values({ ...row, source: 'self', confidence: 'confirmed', createdAt: 1, ...rest })
    return row.id
  })
const group = (members: [string, string, string | null][]) =>
  house.store.tx(async (tx) => {
    const groupId = id()
    const days = { startedOn: '2024-09-02', finishedOn: '2025-06-27' }
    await tx.insert(groups).values({
      id: groupId,
      no: no++,
      slug: groupId,
      name: 'Leeds PGCE',
      academicYear: 2024,
      createdAt: 1,
      ...days,
    })
    for (const [personId, startedOn, finishedOn] of members)
      await tx
        .insert(groupMemberships)
        .values({ id: id(), no: no++, groupId, personId, startedOn, finishedOn, joinedAt: 1 })
    return groupId
  })
const sees = (viewer: string, other: string) => canSee(house.as(viewer), other)
const stintsSeen = async (viewer: string) =>
  (await house.store.read.rows<{ id: string }>(sql`${visibleStints(house.as(viewer))}`)).map((row) => row.id)

it('shows nobody to a stranger, in either direction', async () => {
  expect([await sees(ana, ben), await sees(ben, ana)]).toEqual([false, false])
})

it('keeps people who trained together in each other’s sight for good, and only those who overlapped', async () => {
  await group([
    [ana, '2024-09-02', '2025-01-31'],
    [ben, '2024-09-02', '2025-06-27'],
    [cy, '2025-02-01', '2025-06-27'],
  ])
  expect([await sees(ana, ben), await sees(ben, ana), await sees(ben, cy)]).toEqual([true, true, true])
  expect([await sees(ana, cy), await sees(cy, ana)]).toEqual([false, false])
})

it('counts a shared last day as time together', async () => {
  const school = await house.school('Ashfield')
  await stint(ana, school, '2024-09-01', '2025-01-31')
  await stint(ben, school, '2025-01-31')
  await stint(cy, school, '2025-02-01')
  expect([await sees(ana, ben), await sees(ana, cy), await sees(ben, cy)]).toEqual([true, false, true])
})

it('makes nobody near through a stay that only its owner has told of', async () => {
  const school = await house.school('Ashfield')
  await stint(ana, school, '2024-09-01', null, { confidence: 'told' })
  await stint(ben, school, '2024-09-01')
  expect([await sees(ana, ben), await sees(ben, ana)]).toEqual([false, false])
})

it('lets a block take both out of each other’s sight, whatever ties them', async () => {
  await group([
    [ana, '2024-09-02', null],
    [ben, '2024-09-02', null],
  ])
  await house.store.tx((tx) =>
    tx.insert(blocks).values({ id: id(), blockerId: ana, blockedId: ben, createdAt: 1 }),
  )
  expect([await sees(ana, ben), await sees(ben, ana)]).toEqual([false, false])
})

it('shows the current school to ties, and hides it when its owner says only me', async () => {
  await group([
    [ana, '2024-09-02', null],
    [ben, '2024-09-02', null],
  ])
  const there = await stint(ana, await house.school('Ashfield'), '2025-09-01', null, { confidence: 'told' })
  expect(await stintsSeen(ben)).toEqual([there])
  await house.store.tx((tx) =>
    tx.insert(audiences).values({ personId: ana, field: 'current_school', level: 'only_me' }),
  )
  expect([await stintsSeen(ben), await stintsSeen(ana)]).toEqual([[], [there]])
})

it('keeps past stays private, even from ties, until their owner widens them', async () => {
  await group([
    [ana, '2024-09-02', null],
    [ben, '2024-09-02', null],
  ])
  const past = await stint(ana, await house.school('Ashfield'), '2023-09-01', '2024-08-31')
  expect(await stintsSeen(ben)).toEqual([])
  await house.store.tx((tx) =>
    tx.insert(audiences).values({ personId: ana, field: 'past_stints', level: 'ties' }),
  )
  expect(await stintsSeen(ben)).toEqual([past])
})

it('shows a school’s lead its live staff, even one who hid it from everyone else, until their last day ends', async () => {
  const school = await house.school('Ashfield')
  await stint(ben, school, '2020-09-01')
  const hers = await stint(ana, school, '2025-09-01', '2026-01-05', { audience: 'only_me' })
  await house.store.tx((tx) =>
    tx
      .insert(schoolLeads)
      .values({ id: id(), personId: ben, schoolId: school, startedOn: '2021-01-01', grantedBy: 'operator' }),
  )
  expect([await sees(ben, ana), (await stintsSeen(ben)).includes(hers)]).toEqual([true, true])
  house.itIs('2026-01-06')
  expect([await sees(ben, ana), (await stintsSeen(ben)).includes(hers)]).toEqual([false, false])
})

it('gives a lead nothing once their own stay there is over', async () => {
  const school = await house.school('Ashfield')
  await stint(ben, school, '2020-09-01', '2025-12-31')
  await stint(ana, school, '2026-01-01')
  await house.store.tx((tx) =>
    tx
      .insert(schoolLeads)
      .values({ id: id(), personId: ben, schoolId: school, startedOn: '2021-01-01', grantedBy: 'operator' }),
  )
  expect(await sees(ben, ana)).toBe(false)
})

it('gives each relation its reach: oneself, ties, a group’s lead, colleagues now, colleagues then', async () => {
  const groupId = await group([[ana, '2024-09-02', null]])
  await house.store.tx((tx) =>
    tx
      .insert(groupLeads)
      .values({ id: id(), personId: ben, groupId, startedOn: '2024-09-01', grantedBy: ben }),
  )
  expect([...(await levelsFor(house.as(ben), ana))].sort()).toEqual(['groups', 'members', 'schools'])
  const school = await house.school('Ashfield')
  await stint(ana, school, '2025-09-01')
  await stint(cy, school, '2025-09-01', '2026-01-05')
  expect([...(await levelsFor(house.as(cy), ana))].sort()).toEqual(['members', 'schools'])
  house.itIs('2026-01-06')
  expect([...(await levelsFor(house.as(cy), ana))]).toEqual(['members'])
  const [lo, hi] = [ana, cy].sort() as [string, string]
  await house.store.tx((tx) =>
    tx
      .insert(connections)
      .values({ id: id(), no: no++, personLo: lo, personHi: hi, startedOn: '2026-01-06', createdAt: 1 }),
  )
  expect((await levelsFor(house.as(cy), ana)).has('ties')).toBe(true)
})
