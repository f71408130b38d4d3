import { ledger, notifications, sql } from '@wirearchy/db'
import { people as peoplePage } from '@wirearchy/domain/network'
import { canSee } from '@wirearchy/domain/visibility'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cancelMove, keepAsInformalMentor, settleClaims, settleMove, startMentorship } from './index.ts'
import { anasHouse, type MovingHouse } from './testing.ts'

let house: MovingHouse
let [a, b, c] = ['', '', '']
let [ana, ben, mo] = ['', '', '']
let [leadA, leadC] = ['', '']
let anaAtA = ''

beforeEach(async () => {
  ;({ house, a, b, c, ana, ben, mo, leadA, leadC, anaAtA } = await anasHouse())
})
afterEach(() => house.close())

const peopleOf = async (viewer: string) => {
  const page = await peoplePage(house.as(viewer), {})
  return page.sections.flatMap((section) => section.people)
}
const moveToC = (rest = {}) =>
  house.moves(ana, { destination: 'school', schoolId: c, startOn: '2026-01-05', ...rest })

it('1. Ana moves to C: both still see each other as trained together, her page says C, and no tie is lost', async () => {
  const before = (await peopleOf(ana)).length
  const { state } = await moveToC()
  expect(state).toBe('announced')
  house.itIs('2026-01-05')
  expect(await house.stays(ana)).toEqual([
    ['Ashfield', '2025-09-01', '2026-01-04'],
    ['St Hild’s', '2026-01-05', null],
  ])
  expect((await peopleOf(ana)).length).toBeGreaterThanOrEqual(before)
  const seenByBen = (await peopleOf(ben)).find(({ id }) => id === ana)
  expect(JSON.stringify(seenByBen)).toContain('trained together, Leeds PGCE Physics 2024-25')
  expect(JSON.stringify(seenByBen)).toContain('St Hild’s')
})

it('2. Ana’s only address belongs to her school: the move asks for a personal one first, and the school’s then dies', async () => {
  const cy = await house.person('Cy')
  await house.address(cy, 'cy@ashfield.sch.uk', 'work')
  const cyAtA = await house.at(cy, a, '2025-09-01')
  const leaving = { destination: 'school', schoolId: c, startOn: '2026-01-05' } as const
  await expect(house.moves(cy, leaving)).rejects.toMatchObject({ code: 'conflict', field: 'personalAddress' })
  expect(await house.stays(cy)).toEqual([['Ashfield', '2025-09-01', null]])
  await house.address(cy, 'cy@example.com')
  await house.moves(cy, leaving)
  const [work] = await house.store.read.rows<{ stint: string }>(
    sql`select stint_id as stint from account_emails where email = 'cy@ashfield.sch.uk'`,
  )
  expect(work?.stint).toBe(cyAtA)
})

const mentored = async () => {
  const moAtA = await house.at(mo, a, '2020-09-01')
  const arranged = { mentorStintId: moAtA, menteeStintId: anaAtA, startsOn: '2025-12-01' }
  return (await startMentorship(house.as(leadA), arranged)).mentorshipId
}

it('3. Mo mentors Ana at A and Ana moves: it ends the day before, the tie stays, and one tap keeps it going', async () => {
  const id = await mentored()
  await moveToC()
  house.itIs('2026-01-06')
  const [ended] = await house.mentorships()
  expect(ended).toMatchObject({ id, finishedOn: '2026-01-04', endReason: 'mentee_moved', voidedAt: null })
  expect((await peopleOf(ana)).map((one) => one.id)).toContain(mo)
  expect((await peopleOf(mo)).map((one) => one.id)).toContain(ana)
  const kept = await keepAsInformalMentor(house.as(mo), { mentorshipId: id })
  expect(await keepAsInformalMentor(house.as(ana), { mentorshipId: id })).toEqual(kept)
  const informal = (await house.mentorships()).find((one) => one.id === kept.mentorshipId)
  expect(informal).toMatchObject({
    kind: 'informal',
    continuesId: id,
    startedOn: '2026-01-05',
    menteeStintId: null,
  })
})

it('4. Mo follows to C two months later: C may assign Mo again, one relation with three chapters', async () => {
  const first = await mentored()
  await moveToC()
  house.itIs('2026-01-06')
  const second = (await keepAsInformalMentor(house.as(mo), { mentorshipId: first })).mentorshipId
  await house.moves(mo, { destination: 'school', schoolId: c, startOn: '2026-03-02' })
  house.itIs('2026-03-03')
  const stint = async (person: string) =>
    (
      await house.store.read.rows<{ id: string }>(
        sql`select id from stints where person_id = ${person} and school_id = ${c} and voided_at is null`,
      )
    )[0]?.id ?? ''
  const arranged = { mentorStintId: await stint(mo), menteeStintId: await stint(ana), startsOn: '2026-03-03' }
  const third = (await startMentorship(house.as(leadC), arranged)).mentorshipId
  const chapters = (await house.mentorships()).map(({ id, kind, continuesId }) => [id, kind, continuesId])
  expect(chapters).toEqual([
    [first, 'statutory', null],
    [second, 'informal', first],
    [third, 'statutory', second],
  ])
  expect((await peopleOf(ana)).filter(({ id }) => id === mo)).toHaveLength(1)
})

const accepted = async () => {
  house.itIs('2026-02-01')
  await settleClaims(house.ctx())
}

it('5. Leaver and joiner reports in either order give the same rows, a conflict until Ana settles it, never nowhere and never two posts by accident', async () => {
  await house.leaves(leadA, anaAtA, '2026-01-09')
  await house.joins(leadC, c, 'ana@example.com', '2026-01-05')
  expect((await house.movesOf(ana)).map(({ state }) => state)).toEqual(['conflict'])
  expect(await house.stays(ana)).toEqual([['Ashfield', '2025-09-01', null]])
  await accepted()
  expect(await house.stays(ana)).toEqual([
    ['Ashfield', '2025-09-01', '2026-01-04'],
    ['St Hild’s', '2026-01-05', null],
  ])
  const [move] = await house.movesOf(ana)
  expect(move?.state).toBe('conflict')
  const claims = await house.store.read
    .select()
    .from(ledger)
    .where(sql`type = 'claim.made' and person_id = ${ana}`)
  expect(claims.map(({ after }) => after?.byAs)).toEqual(expect.arrayContaining(['old_school', 'new_school']))
  const settled = { moveId: move?.id ?? '', leaveOn: '2026-01-07', startOn: '2026-01-08', besides: false }
  expect((await settleMove(house.as(ana), settled)).state).toBe('complete')
  expect(await house.stays(ana)).toEqual([
    ['Ashfield', '2025-09-01', '2026-01-07'],
    ['St Hild’s', '2026-01-08', null],
  ])
})

it('6. Ana works at A and B at once and A reports that she has left: B is untouched', async () => {
  const zoe = await house.person('Zoë')
  const atA = await house.at(zoe, a, '2025-09-01', { pattern: 'part_time' })
  await house.at(zoe, b, '2025-09-01', { pattern: 'part_time' })
  await house.leaves(leadA, atA, '2025-12-19')
  await accepted()
  expect(await house.stays(zoe)).toEqual([
    ['Ashfield', '2025-09-01', '2025-12-19'],
    ['Moorside', '2025-09-01', null],
  ])
})

it('6. With two schools the form asks which one ends, and never guesses', async () => {
  const zoe = await house.person('Zoë')
  await house.at(zoe, a, '2025-09-01')
  const atB = await house.at(zoe, b, '2025-09-01')
  const input = { destination: 'school' as const, schoolId: c, startOn: '2026-01-05' }
  await expect(house.moves(zoe, input)).rejects.toMatchObject({ field: 'leaving' })
  await house.moves(zoe, { ...input, leaving: [atB] })
  expect(await house.stays(zoe)).toEqual([
    ['Ashfield', '2025-09-01', null],
    ['Moorside', '2025-09-01', '2026-01-04'],
    ['St Hild’s', '2026-01-05', null],
  ])
})

it('7. Ana re-joins A: two stays, colleagues hired in between are tied from then on, and the same day is refused', async () => {
  house.itIs('2025-12-10')
  await house.moves(ana, { destination: 'undecided', leaveOn: '2025-12-19' })
  const rejoin = { destination: 'school' as const, schoolId: a }
  await expect(house.moves(ana, { ...rejoin, startOn: '2025-12-19' })).rejects.toThrow(
    'Your earlier stay ends that day',
  )
  house.itIs('2026-04-13')
  const newcomer = await house.person('Nell')
  const nellAtA = await house.at(newcomer, a, '2026-02-01')
  await house.confirm(leadA, nellAtA)
  await house.moves(ana, { ...rejoin, startOn: '2026-04-13' })
  expect(await house.stays(ana)).toEqual([
    ['Ashfield', '2025-09-01', '2025-12-19'],
    ['Ashfield', '2026-04-13', null],
  ])
  for (const { id } of await house.store.read.rows<{ id: string }>(
    sql`select id from stints where person_id = ${ana} and finished_on is null and voided_at is null`,
  ))
    await house.confirm(leadA, id)
  const [nell] = (await peopleOf(ana)).filter(({ id }) => id === newcomer)
  expect(JSON.stringify(nell)).toContain('April 2026')
})

it('8. A start in the future is cancelled: no tie to that school, A open again, the plan void with its reason, the move on record', async () => {
  const { moveId } = await moveToC({ telling: { new_school: 'now' } })
  const [atC] = await house.store.read.rows<{ id: string }>(
    sql`select id from stints where school_id = ${c} and person_id = ${ana}`,
  )
  const [carys] = await house.store.read.rows<{ id: string }>(
    sql`select id from stints where school_id = ${c} and person_id = ${leadC}`,
  )
  await startMentorship(house.as(leadC), {
    mentorStintId: carys?.id ?? '',
    menteeStintId: atC?.id ?? '',
    startsOn: '2026-01-05',
  })
  await cancelMove(house.as(ana), { moveId })
  expect(await house.stays(ana)).toEqual([['Ashfield', '2025-09-01', null]])
  expect((await house.movesOf(ana)).map(({ state }) => state)).toEqual(['cancelled'])
  const [planned] = await house.mentorships()
  expect([planned?.voidReason, planned?.voidedAt === null]).toEqual(['move_cancelled', false])
  house.itIs('2026-02-01')
  expect([await canSee(house.as(leadC), ana), await canSee(house.as(ana), leadC)]).toEqual([false, false])
  const told = await house.store.read.select().from(notifications).where(sql`kind = 'move.announced'`)
  expect(told).toEqual([])
  const entries = await house.store.read.select().from(ledger).where(sql`type = 'move.cancelled'`)
  expect(entries).toHaveLength(1)
})
