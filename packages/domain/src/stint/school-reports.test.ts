import { ledger, mails, notifications, sql } from '@wirearchy/db'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { acceptClaim, correctStint, movePage, objectToClaim, settleClaims, staff } from './index.ts'
import { CorrectStint } from './input.ts'
import { type MovingHouse, movingHouse } from './testing.ts'

let house: MovingHouse
let [a, c, ana, leadA, leadC, anaAtA] = ['', '', '', '', '', '']

beforeEach(async () => {
  house = movingHouse('2025-12-01')
  a = await house.school('Ashfield')
  c = await house.school('St Hild’s')
  ana = await house.person('Ana')
  leadA = await house.lead('Priya', a)
  leadC = await house.lead('Carys', c)
  await house.address(ana, 'ana@example.com')
  await house.address(leadC, 'carys@example.com')
  await house.address(leadA, 'priya@example.com')
  anaAtA = await house.at(ana, a, '2025-09-01')
})
afterEach(() => house.close())

const claims = () =>
  house.store.read.rows<{ id: string }>(
    sql`select id from move_claims where by_as in ('old_school', 'new_school')`,
  )
const letters = async (kind: string) => house.store.read.select().from(mails).where(sql`kind = ${kind}`)

it('keeps a school’s report from counting until the person says so, and tells them at once', async () => {
  await house.leaves(leadA, anaAtA, '2025-12-19')
  expect(await house.stays(ana)).toEqual([['Ashfield', '2025-09-01', null]])
  expect((await letters('school_reported')).map(({ to, subject }) => [to, subject])).toEqual([
    ['ana@example.com', 'Ashfield says that you are leaving'],
  ])
  const [claim] = await claims()
  await acceptClaim(house.as(ana), { claimId: claim?.id ?? '' })
  expect(await house.stays(ana)).toEqual([['Ashfield', '2025-09-01', '2025-12-19']])
})

it('lets a report count after fourteen days without objection, and not a day before', async () => {
  await house.leaves(leadA, anaAtA, '2025-12-19')
  house.itIs('2025-12-14')
  expect(await settleClaims(house.ctx())).toEqual({ accepted: 0 })
  house.itIs('2025-12-16')
  expect(await settleClaims(house.ctx())).toEqual({ accepted: 1 })
  expect(await settleClaims(house.ctx())).toEqual({ accepted: 0 })
})

it('changes nothing when the person objects, then or later', async () => {
  await house.leaves(leadA, anaAtA, '2025-12-19')
  const [claim] = await claims()
  await objectToClaim(house.as(ana), { claimId: claim?.id ?? '' })
  house.itIs('2026-02-01')
  await settleClaims(house.ctx())
  expect(await house.stays(ana)).toEqual([['Ashfield', '2025-09-01', null]])
  expect((await letters('report_answered')).map(({ to }) => to)).toEqual(['priya@example.com'])
})

it('answers the same for an address nobody has, and sends one letter either way', async () => {
  expect(await house.joins(leadC, c, 'nobody@example.com', '2026-01-05')).toEqual({ sent: true })
  expect(await house.joins(leadC, c, 'ana@example.com', '2026-01-05')).toEqual({ sent: true })
  const sent = await house.store.read.select().from(mails)
  expect(sent.map(({ to, kind }) => [to, kind])).toEqual([
    ['nobody@example.com', 'joining_unknown'],
    ['ana@example.com', 'school_reported'],
  ])
  expect((await staff(house.as(leadC), { ref: c })).lines.map(({ name }) => name)).toEqual(['Carys'])
})

it('takes a report from nobody but a lead whose own time at the school goes on', async () => {
  await expect(house.leaves(leadC, anaAtA, '2025-12-19')).rejects.toMatchObject({ code: 'not_found' })
  await expect(house.joins(ana, a, 'x@example.com', '2026-01-05')).rejects.toMatchObject({
    code: 'not_found',
  })
  await house.moves(leadA, { destination: 'undecided', leaveOn: '2025-12-05' })
  house.itIs('2025-12-06')
  await expect(house.leaves(leadA, anaAtA, '2025-12-19')).rejects.toMatchObject({ code: 'not_found' })
  await expect(staff(house.as(leadA), { ref: a })).rejects.toMatchObject({ code: 'not_found' })
})

it('hides a leaving the person told nobody at school of, and everything after their last day', async () => {
  await house.moves(ana, { destination: 'school', schoolId: c, startOn: '2026-01-05' })
  const line = async () => (await staff(house.as(leadA), { ref: a })).lines.find(({ name }) => name === 'Ana')
  expect(await line()).toMatchObject({ leavesOn: null })
  house.itIs('2026-01-05')
  expect(await line()).toBeUndefined()
})

it('does not end somebody’s stay by the clock while it would take their only address', async () => {
  const cy = await house.person('Cy')
  await house.address(cy, 'cy@ashfield.sch.uk', 'work')
  await house.leaves(leadA, await house.at(cy, a, '2025-09-01'), '2025-12-19')
  house.itIs('2026-01-05')
  await settleClaims(house.ctx())
  expect(await house.stays(cy)).toEqual([['Ashfield', '2025-09-01', null]])
  await house.address(cy, 'cy@example.com')
  await settleClaims(house.ctx())
  expect(await house.stays(cy)).toEqual([['Ashfield', '2025-09-01', '2025-12-19']])
})

it('tells the old school that days differ without saying where she goes', async () => {
  await house.leaves(leadA, anaAtA, '2026-01-09')
  await house.joins(leadC, c, 'ana@example.com', '2026-01-05')
  const [letter] = await letters('report_answered')
  expect([letter?.to, letter?.text.includes('St Hild')]).toEqual(['priya@example.com', false])
  const told = await house.store.read.select().from(notifications).where(sql`kind = 'claim.made'`)
  expect(told.map(({ personId }) => personId)).toEqual([ana, ana])
})

it('writes an entry for every row it writes', async () => {
  await house.moves(ana, { destination: 'school', schoolId: c, startOn: '2026-01-05', role: 'new_teacher' })
  const named = (await house.store.read.select().from(ledger)).flatMap(({ refs }) => Object.values(refs))
  const rows = await house.store.read.rows<{ id: string }>(
    sql`select id from stints union select id from stint_roles union select id from moves union select id from move_claims`,
  )
  expect(rows.filter(({ id }) => !named.includes(id))).toEqual([])
})

it('retires the old school’s address with the stay, also when only schools have spoken', async () => {
  await house.address(ana, 'ana@ashfield.sch.uk', 'work')
  await house.leaves(leadA, anaAtA, '2025-12-19')
  const [claim] = await claims()
  await acceptClaim(house.as(ana), { claimId: claim?.id ?? '' })
  const [work] = await house.store.read.rows<{ stint: string }>(
    sql`select stint_id as stint from account_emails where email = 'ana@ashfield.sch.uk'`,
  )
  expect(work?.stint).toBe(anaAtA)
})

it('holds a joining back while it would take a guess which of two schools ends, and says so', async () => {
  await house.at(ana, await house.school('Moorside'), '2025-10-01')
  await house.joins(leadC, c, 'ana@example.com', '2026-01-05')
  const [claim] = await claims()
  const accepting = acceptClaim(house.as(ana), { claimId: claim?.id ?? '' })
  await expect(accepting).rejects.toMatchObject({ code: 'conflict', field: 'leaving' })
  house.itIs('2026-02-01')
  await settleClaims(house.ctx())
  expect(await house.stays(ana)).toHaveLength(2)
  const [move] = await house.movesOf(ana)
  expect((await movePage(house.as(ana), { moveId: move?.id ?? '' })).waitsForChoice).toBe(true)
  await house.moves(ana, { destination: 'school', schoolId: c, leaving: [anaAtA], startOn: '2026-01-05' })
  expect(await house.stays(ana)).toEqual([
    ['Ashfield', '2025-09-01', '2026-01-04'],
    ['Moorside', '2025-10-01', null],
    ['St Hild’s', '2026-01-05', null],
  ])
})

it('keeps the old school closed when the person corrects the first day at the new one', async () => {
  await house.joins(leadC, c, 'ana@example.com', '2026-01-05')
  const [claim] = await claims()
  await acceptClaim(house.as(ana), { claimId: claim?.id ?? '' })
  const [atC] = await house.store.read.rows<{ id: string }>(
    sql`select id from stints where school_id = ${c} and person_id = ${ana} and voided_at is null`,
  )
  const right = CorrectStint.parse({ stintId: atC?.id, startedOn: '2026-01-12' })
  await correctStint(house.as(ana), right)
  expect(await house.stays(ana)).toEqual([
    ['Ashfield', '2025-09-01', '2026-01-11'],
    ['St Hild’s', '2026-01-12', null],
  ])
})
