import { accountEmails, accounts, notifications, schoolLeads, sql, stints } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { notices } from '@wirearchy/domain/job'
import { ledgerHead } from '@wirearchy/domain/ledger'
import { near, people } from '@wirearchy/domain/network'
import { block } from '@wirearchy/domain/safety'
import { addStint, correctStint, myStays, removeStint, staff, startMentorship } from '@wirearchy/domain/stint'
import { AddStint, CorrectStint } from '@wirearchy/domain/stint/input'
import { canSee } from '@wirearchy/domain/visibility'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { decideChange, undoChange } from './index.ts'
import { type ChangeHouse, changeHouse } from './testing.ts'

let house: ChangeHouse
let [a, b, ana, bea, mo, head] = ['', '', '', '', '', '']

beforeEach(async () => {
  house = changeHouse('2026-07-01')
  a = await house.register.row('100001', { name: 'Ashfield' })
  b = await house.register.row('100002', { name: 'Moorside' })
  ana = await house.at('Ana', a, '2024-09-01', 'new_teacher')
  mo = await house.at('Mo', a, '2015-09-01', 'mentor')
  bea = await house.at('Bea', b, '2024-09-01')
  head = await house.at('Priya', a, '2015-09-01')
  await leads(head, a)
})
afterEach(() => house.close())

const leads = (personId: string, schoolId: string) =>
  house.store.tx((tx) =>
    tx
      .insert(schoolLeads)
      .values({ id: newId(1), personId, schoolId, startedOn: '2015-09-01', grantedBy: 'operator' }),
  )
const merged = async () => {
  await house.register.closes('100001', '2026-08-31')
  await house.register.link('100001', '100002', 'Successor - merged')
  house.itIs('2026-09-05')
  await house.daily()
}
const stintOf = async (personId: string, schoolId: string) =>
  (await house.stints()).find(
    (row) => row.personId === personId && row.schoolId === schoolId && !row.voidedAt,
  )
const mentoring = () =>
  house.store.read.rows<Record<string, string | null>>(
    sql`select kind, started_on as "from", finished_on as "to", end_reason as why, continues_id is not null as next
      from mentorships where voided_at is null order by started_on`,
  )

it('carries a mentor and their mentee on together, and tells nobody that their mentoring ended', async () => {
  const pair = {
    mentorStintId: (await stintOf(mo, a))?.id ?? '',
    menteeStintId: (await stintOf(ana, a))?.id ?? '',
  }
  await startMentorship(house.as(head), { ...pair, startsOn: '2026-07-01' })
  await merged()
  expect(await mentoring()).toEqual([
    { kind: 'statutory', from: '2026-07-01', to: '2026-08-31', why: 'school_merged', next: 0 },
    { kind: 'statutory', from: '2026-09-01', to: null, why: null, next: 1 },
  ])
  const told = await house.store.read.select().from(notifications)
  expect(told.map(({ kind }) => kind)).not.toContain('mentorship.ended')
  expect(await house.rolesOf(ana)).toEqual(['new_teacher', 'new_teacher'])
})

it('makes nobody the lead of the school that follows, and ends what they saw of the one that closed', async () => {
  await leads(bea, b)
  await merged()
  await expect(staff(house.as(head), { ref: b })).rejects.toMatchObject({ code: 'not_found' })
  await expect(staff(house.as(head), { ref: a })).rejects.toMatchObject({ code: 'not_found' })
  expect((await staff(house.as(bea), { ref: b })).lines.map(({ name }) => name)).toEqual([
    'Ana',
    'Bea',
    'Mo',
    'Priya',
  ])
})

it('lets a lead go on acting for a school under its new number', async () => {
  await house.register.row('150001', { name: 'Beacon', openedOn: '2026-09-01' })
  await house.register.closes('100001', '2026-08-31')
  await house.register.link('100001', '150001')
  house.itIs('2026-09-05')
  await house.daily()
  expect((await staff(house.as(head), { ref: '150001' })).lines.map(({ name }) => name)).toEqual([
    'Ana',
    'Mo',
    'Priya',
  ])
})

it('keeps who had hidden their school hidden at the next, and a block through the merger', async () => {
  await house.store.tx((tx) => tx.update(stints).set({ audience: 'only_me' }).where(sql`person_id = ${ana}`))
  await block(house.as(mo), { personId: head })
  const dan = await house.at('Dan', b, '2020-09-01')
  await merged()
  expect((await stintOf(ana, b))?.audience).toBe('only_me')
  expect(await canSee(house.as(bea), ana)).toBe(false)
  expect(JSON.stringify(await near(house.as(bea), b))).not.toContain(ana)
  expect(await canSee(house.as(mo), dan)).toBe(true)
  for (const [one, other] of [
    [mo, head],
    [head, mo],
  ] as const) {
    expect(await canSee(house.as(one), other)).toBe(false)
    expect(JSON.stringify(await people(house.as(one), {}))).not.toContain(other)
  }
})

it('keeps a self-told stay self-told at the next school: it makes nobody near', async () => {
  const eve = await house.person('Eve')
  await addStint(house.as(eve), AddStint.parse({ schoolId: a, startedOn: '2025-09-01' }))
  await merged()
  expect((await stintOf(eve, b))?.confidence).toBe('told')
  expect(await canSee(house.as(bea), eve)).toBe(false)
})

it('keeps the way in of somebody whose only address is their school’s', async () => {
  await house.store.tx(async (tx) => {
    const accountId = newId(1)
    await tx.insert(accounts).values({ id: accountId, personId: ana, createdAt: 1 })
    const mail = { email: 'ana@ashfield.sch.uk', kind: 'work' as const, verifiedAt: 1, createdAt: 1 }
    await tx.insert(accountEmails).values({ id: newId(1), accountId, ...mail })
  })
  await merged()
  const [address] = await house.store.read.select().from(accountEmails)
  expect([null, (await stintOf(ana, b))?.id]).toContain(address?.stintId)
  const letters = await house.store.read.rows<{ subject: string }>(
    sql`select subject from mails where person_id = ${ana}`,
  )
  expect(letters).toEqual([{ subject: 'Your school is now Moorside' }])
  expect((await notices(house.as(ana))).map(({ href, text }) => [href, text])).toEqual([
    [`/schools/${b}`, 'Your school has become part of another one. You and your people came along.'],
  ])
})

it('gives somebody who was at both schools a link between the two, and no second stay', async () => {
  const zoe = await house.at('Zoë', a, '2024-09-01')
  await addStint(house.as(zoe), AddStint.parse({ schoolId: b, startedOn: '2025-01-06' }))
  await merged()
  expect(await house.stays(zoe)).toEqual([
    ['Ashfield', '2024-09-01', '2026-08-31'],
    ['Moorside', '2025-01-06', null],
  ])
  expect((await stintOf(zoe, b))?.continuesStintId).toBe((await stintOf(zoe, a))?.id)
})

it('lets a person put right where the merger carried them, and leaves their word alone ever after', async () => {
  await merged()
  const [now] = await myStays(house.as(ana))
  await removeStint(house.as(ana), { stintId: now?.id ?? '' })
  expect(await house.stays(ana)).toEqual([['Ashfield', '2024-09-01', '2026-08-31']])
  const [mos] = await myStays(house.as(mo))
  const later = CorrectStint.parse({ stintId: mos?.id, startedOn: '2026-09-03', finishedOn: null })
  await correctStint(house.as(mo), later)
  const then = CorrectStint.parse({
    stintId: (await stintOf(head, a))?.id,
    startedOn: '2014-09-01',
    finishedOn: '2026-08-31',
  })
  await correctStint(house.as(head), then)
  await house.daily()
  expect(await house.stays(ana)).toEqual([['Ashfield', '2024-09-01', '2026-08-31']])
  expect((await house.stays(mo)).at(-1)).toEqual(['Moorside', '2026-09-03', null])
  expect(await house.stays(head)).toEqual([
    ['Ashfield', '2014-09-01', '2026-08-31'],
    ['Moorside', '2026-09-01', null],
  ])
})

it('leaves stays at a closed school open and asks, ends them after 120 days, and opens them when the school does', async () => {
  await house.register.closes('100001', '2026-08-31')
  house.itIs('2026-09-05')
  await house.daily()
  expect(await house.unsettled(ana)).toMatchObject([
    { what: 'closed', candidates: [], lastDay: '2026-08-31' },
  ])
  expect((await notices(house.as(ana))).map(({ href }) => href)).toEqual([
    `/moving/school/${(await stintOf(ana, a))?.id}`,
  ])
  await house.settle(mo, 'still_open')
  await house.settle(head, { leftOn: '2026-08-21' })
  house.itIs('2026-12-28')
  expect(await house.daily()).toEqual({ closed: 0 })
  house.itIs('2026-12-29')
  expect(await house.daily()).toEqual({ closed: 1 })
  expect(await stintOf(ana, a)).toMatchObject({
    finishedOn: '2026-08-31',
    endReason: 'school_closed',
    confidence: 'inferred',
  })
  expect(await house.stays(mo)).toEqual([['Ashfield', '2015-09-01', null]])
  expect(await house.stays(head)).toEqual([['Ashfield', '2015-09-01', '2026-08-21']])
  const seq = await ledgerHead(house.store.read)
  expect(await house.daily()).toEqual({ closed: 0 })
  expect(await ledgerHead(house.store.read)).toBe(seq)
  await house.register.row('100001', { status: 'open', closedOn: null })
  await house.daily()
  expect(await stintOf(ana, a)).toMatchObject({ finishedOn: null, endReason: null, confidence: 'confirmed' })
  expect(await house.stays(head)).toEqual([['Ashfield', '2015-09-01', '2026-08-21']])
  expect((await house.changes()).map(({ kind, state }) => [kind, state])).toEqual([
    ['closed', 'undone'],
    ['reopened', 'applied'],
  ])
})

it('follows a school through two numbers and a merger, and takes the first back with what was built on it', async () => {
  await house.register.row('100001', { name: 'Ashfield', status: 'closed', closedOn: '2020-08-31' })
  await house.register.row('120001', {
    name: 'Bright',
    status: 'closed',
    closedOn: '2023-08-31',
    openedOn: '2020-09-01',
  })
  await house.register.row('130001', { name: 'Crown', openedOn: '2023-09-01' })
  await house.register.link('120001', '130001')
  await house.register.link('100001', '120001')
  await house.daily()
  expect(await house.stays(mo)).toEqual([['Crown', '2015-09-01', null]])
  await house.register.closes('130001', '2026-08-31')
  await house.register.link('130001', '100002', 'Successor - amalgamated')
  house.itIs('2026-09-05')
  await house.daily()
  const carried = [
    ['Crown', '2015-09-01', '2026-08-31'],
    ['Moorside', '2026-09-01', null],
  ]
  expect(await house.stays(mo)).toEqual(carried)
  const first = (await house.changes()).find(({ effectiveOn }) => effectiveOn === '2020-08-31')
  await undoChange(house.ctx(), { id: first?.id ?? '', why: undefined })
  expect(await house.stays(mo)).toEqual([['Ashfield', '2015-09-01', null]])
  const of = async (wanted: string) =>
    (await house.changes()).flatMap(({ kind, state }) => (kind === wanted ? [state] : [])).sort()
  expect([await of('replaced'), await of('merged')]).toEqual([
    ['applied', 'undone', 'undone'],
    ['applied', 'undone'],
  ])
  await decideChange(house.ctx(), { id: first?.id ?? '', decision: 'apply', why: undefined })
  expect(await house.stays(mo)).toEqual(carried)
})

it('keeps what a person decided when the register says it again, and asks when it says otherwise of what stands', async () => {
  await merged()
  const [change] = await house.changes()
  await undoChange(house.ctx(), { id: change?.id ?? '', why: 'They are two schools still.' })
  const seq = await ledgerHead(house.store.read)
  await house.follow()
  expect((await house.changes()).map(({ kind, state, why }) => [kind, state, why])[0]).toEqual([
    'merged',
    'undone',
    'They are two schools still.',
  ])
  expect((await house.stays(ana))[0]).toEqual(['Ashfield', '2024-09-01', null])
  expect(await ledgerHead(house.store.read)).toBeGreaterThan(seq)
  await decideChange(house.ctx(), { id: change?.id ?? '', decision: 'apply', why: undefined })
  expect((await house.stays(ana)).at(-1)).toEqual(['Moorside', '2026-09-01', null])
  await house.register.row('100003', { name: 'Third' })
  await house.register.unlink('100001', '100002')
  await house.register.link('100001', '100003', 'Successor - merged')
  expect(await house.follow()).toMatchObject({ applied: 0, needsReview: 1 })
  expect((await house.stays(ana)).at(-1)).toEqual(['Moorside', '2026-09-01', null])
  expect((await house.changes()).at(-1)?.why).toContain('the register says otherwise now')
})

it('leaves what stands when the register takes its link away, and asks; and closes a question that it has answered itself', async () => {
  await merged()
  await house.register.row('100005', { name: 'Fifth', status: 'closed', closedOn: '2026-08-31' })
  await house.register.link('100005', '999999', 'Successor')
  expect(await house.follow()).toMatchObject({ needsReview: 1 })
  await house.register.unlink('100001', '100002')
  await house.register.unlink('100005', '999999')
  expect(await house.follow()).toMatchObject({ applied: 0, needsReview: 1 })
  expect((await house.stays(ana)).at(-1)).toEqual(['Moorside', '2026-09-01', null])
  const states = (await house.changes()).map(({ state, why }) => [state, why?.slice(0, 12)])
  expect(states.sort()).toEqual([
    ['applied', 'The register'],
    ['rejected', 'The register'],
  ])
  const seq = await ledgerHead(house.store.read)
  await house.follow()
  expect(await ledgerHead(house.store.read)).toBe(seq)
})
