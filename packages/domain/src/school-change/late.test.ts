import { accountEmails, accounts, schoolLeads, sql, stints } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { ledgerHead } from '@wirearchy/domain/ledger'
import { tiesOf } from '@wirearchy/domain/network'
import { addStint, importStint, myStays, removeStint, startMentorship } from '@wirearchy/domain/stint'
import { AddStint } from '@wirearchy/domain/stint/input'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { undoChange } from './index.ts'
import { type ChangeHouse, changeHouse } from './testing.ts'

let house: ChangeHouse
let [a, b, ana] = ['', '', '']

beforeEach(async () => {
  house = changeHouse('2026-07-01')
  a = await house.register.row('100001', { name: 'Ashfield' })
  b = await house.register.row('100002', { name: 'Moorside' })
  ana = await house.at('Ana', a, '2024-09-01')
})
afterEach(() => house.close())

const merged = async () => {
  await house.register.closes('100001', '2026-08-31')
  await house.register.link('100001', '100002', 'Successor - merged')
  await house.daily()
}
const stintOf = async (personId: string, schoolId: string) =>
  (await house.stints()).find(
    (row) => row.personId === personId && row.schoolId === schoolId && !row.voidedAt,
  )
const tiesBetween = async (one: string, other: string) =>
  (await tiesOf(house.as(one)))
    .filter(({ otherId }) => otherId === other)
    .map(({ startedOn, finishedOn }) => [startedOn, finishedOn])
const undone = async () => {
  for (const { id, state } of await house.changes())
    if (state === 'applied') await undoChange(house.ctx(), { id, why: undefined })
}
const mentorings = () =>
  house.store.read.rows<Record<string, string | null>>(
    sql`select s.school_id as school, m.started_on as "from", m.finished_on as "to" from mentorships m
      join stints s on s.id = m.mentee_stint_id where m.voided_at is null order by m.started_on`,
  )

it('takes who joined a school that was no more to the school that its people had gone on to', async () => {
  house.itIs('2026-11-02')
  const zoe = await house.at('Zoë', a, '2026-10-01', 'new_teacher')
  expect(await tiesBetween(zoe, ana)).toEqual([['2026-10-01', null]])
  await merged()
  expect(await house.stays(zoe)).toEqual([['Moorside', '2026-10-01', null]])
  expect(await tiesBetween(zoe, ana)).toEqual([['2026-10-01', null]])
  expect(await house.rolesOf(zoe)).toEqual(['new_teacher'])
  const seq = await ledgerHead(house.store.read)
  await house.daily()
  expect(await ledgerHead(house.store.read)).toBe(seq)
})

it('keeps how sure, who may see it, the address and the mentor of a stay that began too late, and gives all back', async () => {
  house.itIs('2026-11-02')
  const mo = await house.at('Mo', a, '2015-09-01', 'mentor')
  const zoe = await house.at('Zoë', a, '2026-10-01', 'new_teacher')
  await house.store.tx(async (tx) => {
    await tx.update(stints).set({ audience: 'only_me' }).where(sql`person_id = ${zoe}`)
    await tx
      .insert(schoolLeads)
      .values({ id: newId(1), personId: ana, schoolId: a, startedOn: '2024-09-01', grantedBy: 'operator' })
    const accountId = newId(1)
    await tx.insert(accounts).values({ id: accountId, personId: zoe, createdAt: 1 })
    const [stay] = await tx.select().from(stints).where(sql`person_id = ${zoe}`)
    const mail = { email: 'zoe@ashfield.sch.uk', kind: 'work' as const, verifiedAt: 1, createdAt: 1 }
    await tx.insert(accountEmails).values({ id: newId(1), accountId, stintId: stay?.id ?? null, ...mail })
  })
  const pair = {
    mentorStintId: (await stintOf(mo, a))?.id ?? '',
    menteeStintId: (await stintOf(zoe, a))?.id ?? '',
  }
  await startMentorship(house.as(ana), { ...pair, startsOn: '2026-11-02' })
  const addressed = async () => (await house.store.read.select().from(accountEmails))[0]?.stintId
  await merged()
  expect(await stintOf(zoe, b)).toMatchObject({ audience: 'only_me', confidence: 'confirmed' })
  expect(await addressed()).toBe((await stintOf(zoe, b))?.id)
  expect(await mentorings()).toEqual([{ school: b, from: '2026-11-02', to: null }])
  await undone()
  expect(await house.stays(zoe)).toEqual([['Ashfield', '2026-10-01', null]])
  expect(await stintOf(zoe, a)).toMatchObject({ audience: 'only_me', confidence: 'confirmed' })
  expect(await addressed()).toBe((await stintOf(zoe, a))?.id)
  expect(await house.rolesOf(zoe)).toEqual(['new_teacher'])
  expect(await mentorings()).toEqual([{ school: a, from: '2026-11-02', to: null }])
})

it('takes who tells later of joining a school that was no more to the one that follows, and lets them take it back', async () => {
  house.itIs('2026-11-02')
  await merged()
  const zoe = await house.person('Zoë')
  await addStint(house.as(zoe), AddStint.parse({ schoolId: a, startedOn: '2026-10-01' }))
  expect(await house.stays(zoe)).toEqual([['Moorside', '2026-10-01', null]])
  const [now] = await myStays(house.as(zoe))
  await removeStint(house.as(zoe), { stintId: now?.id ?? '' })
  await house.daily()
  expect(await house.stays(zoe)).toEqual([])
})

it('carries a stay that is told after a later one at the same school', async () => {
  house.itIs('2026-11-02')
  const zoe = await house.at('Zoë', a, '2026-10-01')
  await merged()
  await house.store.tx((tx) =>
    importStint(tx, house.ctx(), {
      ...{ personId: zoe, schoolId: a, kind: 'employed', role: 'teacher' },
      ...{ startedOn: '2025-09-01', finishedOn: '2026-09-15' },
    }),
  )
  await house.daily()
  expect(await house.stays(zoe)).toEqual([
    ['Ashfield', '2025-09-01', '2026-08-31'],
    ['Moorside', '2026-09-01', '2026-09-15'],
    ['Moorside', '2026-10-01', null],
  ])
})

it('leaves somebody who is at both with the stay that covers the other', async () => {
  house.itIs('2026-11-02')
  const zoe = await house.at('Zoë', b, '2024-09-01')
  await addStint(house.as(zoe), AddStint.parse({ schoolId: a, startedOn: '2026-10-01' }))
  await merged()
  expect(await house.stays(zoe)).toEqual([['Moorside', '2024-09-01', null]])
  await undone()
  expect(await house.stays(zoe)).toEqual([
    ['Moorside', '2024-09-01', null],
    ['Ashfield', '2026-10-01', null],
  ])
})

it('carries people on to the last of two schools whose ends are told in the wrong order, and back one by one', async () => {
  await house.register.row('100003', { name: 'Crown' })
  const bea = await house.at('Bea', b, '2024-09-01')
  house.itIs('2026-12-28')
  await house.register.closes('100001', '2026-12-25')
  await house.register.link('100001', '100002', 'Successor - merged', '2026-12-26')
  await house.daily()
  expect((await house.stays(ana)).at(-1)).toEqual(['Moorside', '2026-12-26', null])
  await house.register.closes('100002', '2026-12-05')
  await house.register.link('100002', '100003', 'Successor - merged', '2026-12-06')
  await house.daily()
  const onward = [
    ['Ashfield', '2024-09-01', '2026-12-25'],
    ['Crown', '2026-12-26', null],
  ]
  expect(await house.stays(ana)).toEqual(onward)
  expect((await house.stays(bea)).at(-1)).toEqual(['Crown', '2026-12-06', null])
  expect(await tiesBetween(ana, bea)).toEqual([['2026-12-26', null]])
  const seq = await ledgerHead(house.store.read)
  await house.daily()
  expect(await ledgerHead(house.store.read)).toBe(seq)
  const later = (await house.changes()).find(({ fromSchoolId }) => fromSchoolId === b)
  await undoChange(house.ctx(), { id: later?.id ?? '', why: undefined })
  expect((await house.stays(ana)).at(-1)).toEqual(['Moorside', '2026-12-26', null])
  await undone()
  expect(await house.stays(ana)).toEqual([['Ashfield', '2024-09-01', null]])
})

it('takes nobody’s days at a closed school where somebody has started since: somebody has to look', async () => {
  const newcomer = await house.at('Nia', a, '2026-09-14')
  const before = (await house.stays(ana)).at(-1)
  await house.register.closes('100001', '2026-08-31')
  house.itIs('2026-09-20')
  await house.daily()
  house.itIs('2027-02-01')
  expect(await house.daily()).toEqual({ closed: 0 })
  expect((await house.stays(ana)).at(-1)).toEqual(before)
  expect((await house.stays(newcomer)).at(-1)).toEqual(['Ashfield', '2026-09-14', null])
  expect(await house.changes()).toMatchObject([
    {
      kind: 'closed',
      state: 'needs_review',
      why: expect.stringContaining('starting there after its last day'),
    },
  ])
  const seq = await ledgerHead(house.store.read)
  await house.daily()
  expect(await ledgerHead(house.store.read)).toBe(seq)
})
