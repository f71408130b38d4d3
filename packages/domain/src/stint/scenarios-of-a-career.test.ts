import { mails, sql } from '@wirearchy/db'
import { notices } from '@wirearchy/domain/job'
import { people as peoplePage } from '@wirearchy/domain/network'
import { startPause } from '@wirearchy/domain/person'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  checkMove,
  endedMentorship,
  keepAsInformalMentor,
  settleClaims,
  startMentorship,
  tellMove,
  undoMove,
} from './index.ts'
import { Move } from './input.ts'
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

const mentored = async () => {
  const moAtA = await house.at(mo, a, '2020-09-01')
  const arranged = { mentorStintId: moAtA, menteeStintId: anaAtA, startsOn: '2025-12-01' }
  return (await startMentorship(house.as(leadA), arranged)).mentorshipId
}

it('18. Ana takes nine months’ leave: no stay, mentoring or tie closes, and her return needs nothing', async () => {
  await mentored()
  const [stays, ties] = [await house.stays(ana), (await peopleOf(ana)).length]
  await startPause(house.as(ana), {
    startedOn: '2025-12-08',
    expectedReturnOn: '2026-09-01',
    audience: 'only_me',
  })
  house.itIs('2026-09-01')
  await settleClaims(house.ctx())
  expect([await house.stays(ana), (await peopleOf(ana)).length]).toEqual([stays, ties])
  expect((await house.mentorships()).map(({ finishedOn }) => finishedOn)).toEqual([null])
})

it('19. Ana leaves teaching: her people stay hers and she theirs, and she comes back years later to another school', async () => {
  await house.moves(ana, { destination: 'leaving_teaching', leaveOn: '2025-12-19' })
  house.itIs('2029-09-03')
  expect((await peopleOf(ana)).map(({ id }) => id)).toContain(ben)
  expect((await peopleOf(ben)).map(({ id }) => id)).toContain(ana)
  await house.moves(ana, { destination: 'school', schoolId: c, startOn: '2029-09-03' })
  expect(await house.stays(ana)).toEqual([
    ['Ashfield', '2025-09-01', '2025-12-19'],
    ['St Hild’s', '2029-09-03', null],
  ])
})

it('20. Ana moves to a Scottish school in no list: it is recorded by name and her ties are unchanged', async () => {
  const before = (await peopleOf(ana)).map(({ id }) => id)
  const unlisted = {
    schoolName: 'Portree High School',
    schoolTown: 'Portree',
    schoolNation: 'scotland' as const,
  }
  await house.moves(ana, { destination: 'school', ...unlisted, startOn: '2026-01-05' })
  house.itIs('2026-01-06')
  expect((await house.stays(ana)).at(-1)).toEqual(['Portree High School', '2026-01-05', null])
  expect((await peopleOf(ana)).map(({ id }) => id)).toEqual(before)
})

it('23. Days that cannot be are refused beside their field, and change nothing', async () => {
  const refused = (input: object) =>
    house.moves(ana, { destination: 'school', schoolId: c, startOn: '2026-01-05', ...input })
  await expect(refused({ startOn: '2026-02-30' })).rejects.toThrow('Enter a day')
  await expect(refused({ leaveOn: '2025-08-01' })).rejects.toMatchObject({ field: 'leaveOn' })
  await expect(refused({ leaveOn: '2026-01-05' })).rejects.toMatchObject({ field: 'startOn' })
  await expect(refused({ startOn: '2036-01-05' })).rejects.toMatchObject({ field: 'startOn' })
  expect(await house.stays(ana)).toEqual([['Ashfield', '2025-09-01', null]])
})

it('24. Two presses at the same moment make one move, and the second gets the first’s answer', async () => {
  const [one, other] = await Promise.all([moveToC(), moveToC()])
  expect(other).toEqual(one)
  expect(await moveToC()).toEqual(one)
  expect(await house.movesOf(ana)).toHaveLength(1)
  await Promise.all([
    house.joins(leadC, c, 'ana@example.com', '2026-01-05'),
    house.leaves(leadA, anaAtA, '2026-01-04'),
    house.leaves(leadA, anaAtA, '2026-01-04'),
  ])
  expect(await house.movesOf(ana)).toHaveLength(1)
  expect(await house.stays(ana)).toHaveLength(2)
})

it('29. A mentor at three schools leaves one: two mentorships go on', async () => {
  const part = { pattern: 'part_time' as const }
  const leadB = await house.lead('Bea', b)
  const stays = [
    await house.at(mo, a, '2020-09-01', part),
    await house.at(mo, b, '2020-09-01', part),
    await house.at(mo, c, '2020-09-01', part),
  ]
  const [dee, eli] = [await house.person('Dee'), await house.person('Eli')]
  const mentees = [anaAtA, await house.at(dee, b, '2025-09-01'), await house.at(eli, c, '2025-09-01')]
  for (const [at, lead] of [leadA, leadB, leadC].entries())
    await startMentorship(house.as(lead), {
      mentorStintId: stays[at] ?? '',
      menteeStintId: mentees[at] ?? '',
      startsOn: '2025-12-01',
    })
  await house.moves(mo, { destination: 'undecided', leaving: [stays[0] ?? ''], leaveOn: '2025-12-19' })
  const ends = (await house.mentorships()).map(({ finishedOn, endReason }) => [finishedOn, endReason])
  expect(ends).toEqual([
    ['2025-12-19', 'mentor_moved'],
    [null, null],
    [null, null],
  ])
})

it('undoes only what was told last: a leaving told earlier still stands', async () => {
  const { moveId } = await house.moves(ana, { destination: 'undecided', leaveOn: '2025-12-19' })
  house.itIs('2025-12-20')
  const again = await house.moves(ana, { destination: 'school', schoolId: c, startOn: '2026-01-05' })
  expect(again.moveId).toBe(moveId)
  await undoMove(house.as(ana), { moveId })
  expect(await house.stays(ana)).toEqual([['Ashfield', '2025-09-01', '2025-12-19']])
  expect((await house.movesOf(ana)).map(({ state }) => state)).toEqual(['half_reported'])
})

it('says beforehand what a move would do, and does nothing', async () => {
  await mentored()
  const input = { destination: 'school', schoolId: c, startOn: '2026-01-05' }
  const checked = await checkMove(house.as(ana), Move.parse(input))
  expect(checked).toMatchObject({
    leaving: ['Ashfield'],
    leaveOn: '2026-01-04',
    headline: 'Ana is moving to St Hild’s',
    told: { now: 2, on_start: 0 },
    mentoring: ['Mo'],
  })
  expect(await house.stays(ana)).toEqual([['Ashfield', '2025-09-01', null]])
})

it('tells the mover’s people once, by letter, with the school they may know', async () => {
  const { moveId } = await moveToC()
  await tellMove(house.ctx(), { payload: { moveId, when: 'now' } })
  const sent = await house.store.read.select().from(mails).where(sql`kind = 'moved'`)
  expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
    ['ben@example.com', 'Ana is moving to St Hild’s'],
  ])
})

it('tells nobody, and shows nobody the new school, when the mover says never', async () => {
  const never = { ties: 'never', groups: 'never' } as const
  const { moveId } = await moveToC({ telling: never })
  await tellMove(house.ctx(), { payload: { moveId, when: 'now' } })
  house.itIs('2026-01-06')
  expect(await house.store.read.select().from(mails).where(sql`kind = 'moved'`)).toEqual([])
  const seen = (await peopleOf(ben)).find(({ id }) => id === ana)
  expect(seen && JSON.stringify(seen)).not.toContain('St Hild’s')
})

it('lets nobody hear of a quiet leaving through the mentoring that will end with it', async () => {
  const mentorshipId = await mentored()
  await moveToC({ telling: { ties: 'never', groups: 'never' } })
  const heard = async () =>
    (await notices(house.as(mo))).map(({ kind }) => kind).filter((kind) => kind === 'mentorship.ended')
  expect(await heard()).toEqual([])
  await expect(keepAsInformalMentor(house.as(mo), { mentorshipId })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await endedMentorship(house.as(mo), { mentorshipId })).toMatchObject({ finishedOn: null })
  house.itIs('2026-01-06')
  expect(await heard()).toEqual(['mentorship.ended'])
})

it('asks for an announced move to be called off before another one from the same school', async () => {
  await moveToC()
  const elsewhere = { destination: 'school' as const, schoolId: b, startOn: '2026-01-12' }
  await expect(house.moves(ana, elsewhere)).rejects.toThrow('Call that one off first')
  await expect(checkMove(house.as(ana), Move.parse(elsewhere))).rejects.toThrow('Call that one off first')
  await house.moves(ana, { ...elsewhere, besides: true, pattern: 'part_time' })
  expect((await house.stays(ana)).map(([name]) => name)).toEqual(['Ashfield', 'St Hild’s', 'Moorside'])
})
