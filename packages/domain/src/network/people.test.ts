import {
  audiences,
  blocks,
  connections,
  groupMemberships,
  groups,
  mentorships,
  stints,
  tiePreferences,
} from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { near, people, personPage, tiesOf } from '@wirearchy/domain/network'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'

let house: ReturnType<typeof testHouse>
let [ana, ben, cy, dan] = ['', '', '', '']
let no = 1

beforeEach(async () => {
  house = testHouse('2026-01-10')
  ;[ana, ben, cy] = [await house.person('Ana'), await house.person('Ben'), await house.person('Cy')]
  dan = await house.person('Dan')
})
afterEach(() => house.close())

const id = () => newId(house.ctx().now)
const stint = (personId: string, schoolId: string, startedOn: string, finishedOn: string | null = null) =>
  house.store.tx(async (tx) => {
    const row = { id: id(), no: no++, personId, schoolId, kind: 'employed' as const, startedOn, finishedOn }
    await tx.insert(stints).values({ ...row, source: 'self', confidence: 'confirmed', createdAt: 1 })
    return row.id
  })
const group = (name: string, members: [string, string, string | null][]) =>
  house.store.tx(async (tx) => {
    const groupId = id()
    const days = { startedOn: '2024-09-02', finishedOn: '2025-06-27' }
    await tx
      .insert(groups)
      .values({ id: groupId, no: no++, slug: groupId, name, academicYear: 2024, createdAt: 1, ...days })
    for (const [personId, startedOn, finishedOn] of members)
      await tx
        .insert(groupMemberships)
        .values({ id: id(), no: no++, groupId, personId, startedOn, finishedOn, joinedAt: 1 })
  })
const connect = (a: string, b: string, startedOn: string) =>
  house.store.tx(async (tx) => {
    const [personLo, personHi] = [a, b].sort() as [string, string]
    await tx.insert(connections).values({ id: id(), no: no++, personLo, personHi, startedOn, createdAt: 1 })
  })
const set = (personId: string, field: string, level: 'only_me' | 'ties' | 'groups' | 'members') =>
  house.store.tx((tx) => tx.insert(audiences).values({ personId, field, level }))
const inPgce = (...who: string[]) =>
  group(
    'Leeds PGCE Physics',
    who.map((one) => [one, '2024-09-02', '2025-06-27'] as [string, string, string]),
  )

it('says why I know somebody, with its dates, and where they are now', async () => {
  await inPgce(ana, ben)
  await stint(ben, await house.school('Marlow Academy', 'Marlow'), '2026-01-05')
  const page = await people(house.as(ana), {})
  expect(page.total).toBe(1)
  expect(page.sections[0]?.title).toBe('Trained together: Leeds PGCE Physics')
  const line = page.sections[0]?.people[0]
  expect([line?.name, line?.reason, line?.schools[0]?.name, line?.changed]).toEqual([
    'Ben',
    'trained together, Leeds PGCE Physics, 2024 to 2025',
    'Marlow Academy',
    'Joined Marlow Academy on 5 January 2026',
  ])
})

it('puts a person I know in several ways in one place, with every reason', async () => {
  await inPgce(ana, ben)
  await connect(ana, ben, '2025-10-01')
  await house.store.tx((tx) =>
    tx.insert(mentorships).values({
      id: id(),
      no: no++,
      mentorId: ben,
      menteeId: ana,
      kind: 'informal',
      startedOn: '2025-11-01',
      createdAt: 1,
    }),
  )
  const page = await people(house.as(ana), {})
  expect(page.sections.map(({ kind, total }) => [kind, total])).toEqual([['mentoring', 1]])
  expect(page.sections[0]?.people[0]?.others).toEqual([
    'trained together, Leeds PGCE Physics, 2024 to 2025',
    'you know each other, since October 2025',
  ])
})

it('finds one of my people by name without marks, and counts what it shows', async () => {
  const sian = await house.person('Siân O’Neill')
  await inPgce(ana, ben, sian)
  const page = await people(house.as(ana), { q: 'sian' })
  expect([page.total, page.sections[0]?.people.map(({ name }) => name)]).toEqual([1, ['Siân O’Neill']])
})

it('leaves out whom I hid, says how many, and shows them when asked', async () => {
  await inPgce(ana, ben, cy)
  await house.store.tx((tx) =>
    tx.insert(tiePreferences).values({ personId: ana, otherId: ben, hidden: true }),
  )
  const page = await people(house.as(ana), {})
  expect([page.total, page.hiddenTotal]).toEqual([1, 1])
  expect((await people(house.as(ana), { hidden: true })).sections[0]?.people[0]?.name).toBe('Ben')
})

it('shows the same tie from both sides, and none to oneself', async () => {
  await inPgce(ana, ben)
  const mine = await tiesOf(house.as(ana))
  const theirs = await tiesOf(house.as(ben))
  expect(mine.map((tie) => tie.otherId)).toEqual([ben])
  expect(theirs).toEqual(mine.map((tie) => ({ ...tie, otherId: ana })))
})

it('answers as of a past day only what had begun by then', async () => {
  await inPgce(ana, ben)
  await connect(ana, cy, '2025-10-01')
  expect((await tiesOf(house.as(ana), { asOf: '2025-09-30' })).map((tie) => tie.otherId)).toEqual([ben])
})

it('tells two people’s shared history as one column', async () => {
  await inPgce(ana, ben)
  await connect(ana, ben, '2025-10-01')
  const page = await personPage(house.as(ana), { id: ben })
  expect(page.timeline).toEqual([
    { on: '2024-09-02', text: 'You started training together: Leeds PGCE Physics.' },
    { on: '2025-06-27', text: 'Your time together in Leeds PGCE Physics ended. You stay tied.' },
    { on: '2025-10-01', text: 'You both said that you know each other.' },
  ])
})

it('answers for a stranger as for nobody', async () => {
  const words = (who: string) =>
    personPage(house.as(ana), { id: who }).catch((problem: Error) => problem.message)
  expect(await words(ben)).toBe(await words('nobody-at-all'))
})

it('names whom I know at a school, with the reason', async () => {
  const marlow = await house.school('Marlow Academy')
  await inPgce(ana, ben)
  await stint(ben, marlow, '2025-09-01')
  const { known } = await near(house.as(ana), marlow)
  expect(known).toEqual([
    { id: ben, name: 'Ben', reasons: ['trained together, Leeds PGCE Physics, 2024 to 2025'] },
  ])
})

it('names colleagues at my own school too, as the tie between us says', async () => {
  const marlow = await house.school('Marlow Academy')
  await stint(ana, marlow, '2025-09-01')
  await stint(ben, marlow, '2025-10-01')
  const { known } = await near(house.as(ana), marlow)
  expect(known).toEqual([
    { id: ben, name: 'Ben', reasons: ['you are both at Marlow Academy, since October 2025'] },
  ])
  await set(ben, 'current_school', 'only_me')
  expect((await near(house.as(ana), marlow)).known).toEqual([])
})

it('finds somebody two steps away only when they chose to be found so', async () => {
  const marlow = await house.school('Marlow Academy')
  await inPgce(ana, ben)
  await group('Hull PGCE', [
    [ben, '2023-09-01', '2024-06-30'],
    [cy, '2023-09-01', '2024-06-30'],
  ])
  await stint(cy, marlow, '2025-09-01')
  expect((await near(house.as(ana), marlow)).twoSteps).toEqual([])
  await set(cy, 'two_hops', 'groups')
  const [found] = (await near(house.as(ana), marlow)).twoSteps
  expect([found?.name, found?.through.map((link) => [link.name, link.theirs])]).toEqual([
    'Cy',
    [['Ben', 'trained together, Hull PGCE, 2023 to 2024']],
  ])
})

it('does not name the one in between who would rather not be, nor go through a block', async () => {
  const marlow = await house.school('Marlow Academy')
  await connect(ana, ben, '2025-01-01')
  await connect(ben, cy, '2025-01-01')
  await stint(cy, marlow, '2025-09-01')
  await set(cy, 'two_hops', 'members')
  const [found] = (await near(house.as(ana), marlow)).twoSteps
  expect([found?.name, found?.through, found?.unnamed]).toEqual(['Cy', [], 1])
  await house.store.tx((tx) =>
    tx.insert(blocks).values({ id: id(), blockerId: cy, blockedId: ben, createdAt: 1 }),
  )
  expect((await near(house.as(ana), marlow)).twoSteps).toEqual([])
})

it('never finds at two steps somebody who hid their school, or whom I blocked', async () => {
  const marlow = await house.school('Marlow Academy')
  await connect(ana, ben, '2025-01-01')
  await connect(ben, dan, '2025-01-01')
  await stint(dan, marlow, '2025-09-01')
  await set(dan, 'two_hops', 'members')
  await house.store.tx((tx) =>
    tx.insert(blocks).values({ id: id(), blockerId: dan, blockedId: ana, createdAt: 1 }),
  )
  expect((await near(house.as(ana), marlow)).twoSteps).toEqual([])
})
