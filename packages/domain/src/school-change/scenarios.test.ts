import { ledgerHead } from '@wirearchy/domain/ledger'
import { tiesOf } from '@wirearchy/domain/network'
import { schoolByRef, searchSchools } from '@wirearchy/domain/school'
import { importStint } from '@wirearchy/domain/stint'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type ChangeHouse, changeHouse } from './testing.ts'

let house: ChangeHouse
let [a, b] = ['', '']

beforeEach(async () => {
  house = changeHouse('2026-07-01')
  a = await house.register.row('100001', { name: 'Ashfield School', town: 'Leeds' })
  b = await house.register.row('100002', { name: 'Moorside School', town: 'Leeds', openedOn: '1998-09-01' })
})
afterEach(() => house.close())

it('9. A converts to an academy: nobody has moved, pairs are unchanged to the day, both names and numbers find it, and the second import writes nothing', async () => {
  const [ana, cy] = [await house.at('Ana', a, '2024-09-01'), await house.at('Cy', a, '2022-09-01')]
  const before = { ana: await house.stays(ana), ties: await tiesOf(house.as(ana)) }
  await house.register.closes('100001', '2026-08-31')
  const made = await house.register.row('150001', {
    name: 'Beacon Academy',
    town: 'Leeds',
    openedOn: '2026-09-01',
  })
  await house.register.link('100001', '150001', 'Successor', '2026-09-01')
  await house.register.link('150001', '100001', 'Predecessor', '2026-09-01')
  house.itIs('2026-09-02')
  expect(await house.follow()).toEqual({ applied: 1, needsReview: 0, unchanged: 0 })
  expect(await house.stays(ana)).toEqual([['Beacon Academy', '2024-09-01', null]])
  expect(before.ana).toEqual([['Ashfield School', '2024-09-01', null]])
  const days = (ties: typeof before.ties) =>
    ties.map(({ otherId, startedOn, finishedOn }) => [otherId, startedOn, finishedOn])
  expect(days(await tiesOf(house.as(ana)))).toEqual(days(before.ties))
  expect(before.ties.map(({ otherId }) => otherId)).toEqual([cy])
  for (const q of ['Ashfield', 'Beacon Acad', '100001', '150001'])
    expect(
      (await searchSchools(house.as(ana), { q })).map(({ id, name }) => [id, name]),
      q,
    ).toEqual([[a, 'Beacon Academy']])
  for (const ref of ['100001', '150001', made, a]) expect((await schoolByRef(house.as(ana), ref)).id).toBe(a)
  const head = await ledgerHead(house.store.read)
  expect(await house.follow()).toEqual({ applied: 0, needsReview: 0, unchanged: 1 })
  expect(await ledgerHead(house.store.read)).toBe(head)
})

it('9. Who had told of the new number’s school before the link came is at the one school too', async () => {
  const ana = await house.at('Ana', a, '2024-09-01')
  const made = await house.register.row('150001', { name: 'Beacon Academy', openedOn: '2026-09-01' })
  const dee = await house.at('Dee', made, '2026-09-01', 'mentor')
  await house.at('Eve', made, '2026-09-01', 'new_teacher')
  await house.register.closes('100001', '2026-08-31')
  await house.register.link('100001', '150001')
  house.itIs('2026-09-10')
  await house.follow()
  expect(await house.stays(dee)).toEqual([['Beacon Academy', '2026-09-01', null]])
  expect((await tiesOf(house.as(ana))).map(({ otherId, startedOn }) => [otherId, startedOn])).toContainEqual([
    dee,
    '2026-09-01',
  ])
  expect(await house.schoolsOf(dee)).toEqual([a])
  expect(await house.rolesOf(dee)).toEqual(['mentor'])
})

const merge = async (on = '2026-08-31') => {
  await house.register.closes('100001', on)
  await house.register.link('100001', '100002', 'Successor - merged', on)
}

it('10. A and B merge: Ana and Bea are tied from the day after and not before, A keeps its past, and who left A earlier meets nobody', async () => {
  const ana = await house.at('Ana', a, '2024-09-01')
  const bea = await house.at('Bea', b, '2024-09-01')
  const cy = await house.at('Cy', a, '2023-09-01', 'teacher', '2025-08-31')
  await merge()
  house.itIs('2026-09-01')
  await house.follow()
  expect(await house.stays(ana)).toEqual([
    ['Ashfield School', '2024-09-01', '2026-08-31'],
    ['Moorside School', '2026-09-01', null],
  ])
  const ties = async (who: string) =>
    (await tiesOf(house.as(who))).map(({ otherId, startedOn }) => [otherId, startedOn]).sort()
  expect(await ties(ana)).toEqual(
    [
      [bea, '2026-09-01'],
      [cy, '2024-09-01'],
    ].sort(),
  )
  expect(await ties(bea)).toEqual([[ana, '2026-09-01']])
  expect(await ties(cy)).toEqual([[ana, '2024-09-01']])
  expect((await schoolByRef(house.as(cy), '100001')).status).toBe('closed')
})

for (const late of [70, 400])
  it(`11. A closes and the link comes ${late} days later: everybody goes on at B from the day after, and who had moved to D is left there`, async () => {
    const [ana, dan] = [await house.at('Ana', a, '2024-09-01'), await house.at('Dan', a, '2024-09-01')]
    const d = await house.register.row('100009', { name: 'Dale School' })
    await house.register.closes('100001', '2026-08-31')
    house.itIs('2026-09-01')
    await house.follow()
    await house.moves(dan, d, '2026-09-07', '2026-08-31')
    expect(await house.stays(ana)).toEqual([['Ashfield School', '2024-09-01', null]])
    for (const day of [60, late]) {
      house.itIs(house.daysAfter('2026-08-31', day))
      await house.daily()
    }
    expect((await house.stays(ana)).map(([, , last]) => last)).toEqual([late > 120 ? '2026-08-31' : null])
    await house.register.link('100001', '100002', 'Successor - merged', '2026-08-31')
    await house.follow()
    expect(await house.stays(ana)).toEqual([
      ['Ashfield School', '2024-09-01', '2026-08-31'],
      ['Moorside School', '2026-09-01', null],
    ])
    expect(await house.stays(dan)).toEqual([
      ['Ashfield School', '2024-09-01', '2026-08-31'],
      ['Dale School', '2026-09-07', null],
    ])
    expect(await house.voided()).toEqual([])
  })

it('12. A splits: nobody is assigned by guess, who answers X is tied to X’s people from the split only, who never answers keeps every tie', async () => {
  const [ana, cy] = [await house.at('Ana', a, '2024-09-01'), await house.at('Cy', a, '2022-09-01')]
  const x = await house.register.row('150011', { name: 'Xavier School', openedOn: '2026-09-01' })
  await house.register.row('150012', { name: 'York Road School', openedOn: '2026-09-01' })
  const xena = await house.at('Xena', x, '2026-09-01')
  await house.register.closes('100001', '2026-08-31')
  await house.register.link('100001', '150011', 'Successor - Split School', '2026-09-01')
  await house.register.link('100001', '150012', 'Successor - Split School', '2026-09-01')
  house.itIs('2026-09-10')
  expect(await house.follow()).toEqual({ applied: 0, needsReview: 1, unchanged: 0 })
  expect(await house.stays(ana)).toEqual([['Ashfield School', '2024-09-01', null]])
  const [asked] = await house.unsettled(ana)
  expect(asked).toMatchObject({ what: 'split', lastDay: '2026-08-31', schoolName: 'Ashfield School' })
  expect(asked?.candidates.map(({ name }) => name)).toEqual(['Xavier School', 'York Road School'])
  await house.settle(ana, { schoolId: x })
  expect(await house.stays(ana)).toEqual([
    ['Ashfield School', '2024-09-01', '2026-08-31'],
    ['Xavier School', '2026-09-01', null],
  ])
  const ties = async (who: string) =>
    (await tiesOf(house.as(who))).map(({ otherId, startedOn }) => [otherId, startedOn]).sort()
  expect(await ties(ana)).toEqual(
    [
      [cy, '2024-09-01'],
      [xena, '2026-09-01'],
    ].sort(),
  )
  expect(await ties(cy)).toEqual([[ana, '2024-09-01']])
  expect(await house.unsettled(ana)).toEqual([])
  expect(await house.unsettled(cy)).toHaveLength(1)
})

it('13. A file of circles, undated, future and one-way links ends, every link has an outcome, every circle waits, and nobody is moved by one', async () => {
  const { register } = house
  const pairs = Array.from({ length: 10 }, (_, n) => [`20${n}001`, `20${n}002`, `20${n}003`] as const)
  for (const [n, refs] of pairs.entries())
    for (const ref of refs)
      await register.row(ref, { status: n % 2 ? 'closed' : 'open', closedOn: n % 2 ? '2026-05-31' : null })
  const ana = await house.at('Ana', await schoolOf('201001'), '2024-09-01')
  for (const [n, [one, two, three]] of pairs.entries()) {
    await register.link(one, two, 'Successor - merged', '2026-05-31')
    await register.link(two, n < 3 ? three : one, 'Successor - merged', '2026-05-31')
    if (n < 3) await register.link(three, one, 'Successor')
  }
  await register.row('300001', { status: 'closed', closedOn: '2020-08-31' })
  await register.row('300002', { openedOn: '2020-09-01' })
  await register.row('300003')
  await register.row('300004', { status: 'closed', closedOn: null })
  await register.link('300002', '300001', 'Predecessor')
  await register.link('300003', '300002', 'Successor', '2027-09-01')
  await register.link('300004', '300003', 'Successor')
  await register.link('300004', '999999', 'Sixth Form Centre Link')
  expect(await house.follow()).toEqual({ applied: 1, needsReview: 24, unchanged: 0 })
  const changes = await house.changes()
  const waiting = changes.filter(({ state }) => state === 'needs_review')
  expect(waiting.filter(({ why }) => why?.includes('each of these follows the other'))).toHaveLength(23)
  expect(waiting.filter(({ why }) => why?.includes('no day'))).toHaveLength(1)
  expect(await house.stays(ana)).toEqual([['School 201001', '2024-09-01', null]])
  expect((await house.unsettled(ana))[0]?.candidates.map(({ name }) => name)).toEqual(['School 201002'])
  expect(await house.follow()).toEqual({ applied: 0, needsReview: 0, unchanged: 25 })
})

const schoolOf = async (ref: string) => (await schoolByRef(house.ctx(), ref)).id

it('a person who says where they were all along is carried as everybody else, before or after the merger was known', async () => {
  const early = await house.at('Ana', a, '2024-09-01')
  await merge()
  house.itIs('2026-10-01')
  await house.follow()
  const late = await house.person('Late')
  await house.store.tx((tx) =>
    importStint(tx, house.ctx(), {
      personId: late,
      schoolId: a,
      kind: 'employed',
      role: 'teacher',
      startedOn: '2024-09-01',
      finishedOn: null,
    }),
  )
  expect(await house.stays(late)).toEqual(await house.stays(early))
})
