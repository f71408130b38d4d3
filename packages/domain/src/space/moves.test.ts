import { sql } from '@wirearchy/db'
import { keepAsInformalMentor, staff, startMentorship } from '@wirearchy/domain/stint'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addGoal, addNote, agree, notes, saveAgreement, spaceOf } from './index.ts'
import { anaAtHerSchool } from './testing.ts'

let w: Awaited<ReturnType<typeof anaAtHerSchool>>
beforeEach(async () => {
  w = await anaAtHerSchool()
})
afterEach(() => w.house.close())

const space = (who: string, id = w.mentorshipId) => spaceOf(w.house.as(who), { mentorshipId: id })
const anaMoves = () => w.house.moves(w.ana, { destination: 'school', schoolId: w.c, startOn: '2026-01-05' })
const write = async () => {
  const at = { mentorshipId: w.mentorshipId }
  await saveAgreement(w.house.as(w.ana), { ...at, aims: 'Calmer', rhythm: 'weekly', stopping: null, rev: 0 })
  await agree(w.house.as(w.mo), { ...at, rev: 1 })
  await addGoal(w.house.as(w.ana), { ...at, text: 'Calmer starts' })
  await addNote(w.house.as(w.mo), { ...at, text: 'Good lesson today', audience: 'both' })
}

it('goes on as one space after Ana’s move: what was agreed, goals and notes, and whichever chapter is asked for', async () => {
  await write()
  await anaMoves()
  w.house.itIs('2026-01-06')
  expect(await space(w.ana)).toMatchObject({ isOver: true, mayKeep: w.mentorshipId })
  const kept = await keepAsInformalMentor(w.house.as(w.mo), { mentorshipId: w.mentorshipId })
  for (const id of [w.mentorshipId, kept.mentorshipId]) {
    const seen = await space(w.ana, id)
    expect(seen).toMatchObject({ isOver: false, mayKeep: null, goals: [{ text: 'Calmer starts' }] })
    expect(seen.agreement).toMatchObject({
      aims: 'Calmer',
      rhythm: 'weekly',
      iAgreed: true,
      theyAgreed: true,
    })
    expect(seen.chapters).toMatchObject([
      {
        kind: 'statutory',
        school: 'Ashfield',
        startedOn: '2025-12-01',
        finishedOn: '2026-01-04',
        isOver: true,
      },
      { kind: 'informal', school: null, startedOn: '2026-01-05', finishedOn: null, isOver: false },
    ])
  }
  const page = await notes(w.house.as(w.ana), { mentorshipId: kept.mentorshipId, page: 1 })
  expect(page.notes).toMatchObject([{ text: 'Good lesson today' }])
})

it('lets what they agreed on be changed in the chapter that goes on', async () => {
  await write()
  await anaMoves()
  w.house.itIs('2026-01-06')
  const at = await keepAsInformalMentor(w.house.as(w.mo), { mentorshipId: w.mentorshipId })
  const now = { ...at, aims: 'My own exams', rhythm: 'monthly' as const, stopping: null, rev: 1 }
  await saveAgreement(w.house.as(w.ana), now)
  expect((await space(w.mo)).agreement).toMatchObject({ aims: 'My own exams', rev: 2, iAgreed: false })
})

it('tells Mo nothing of Ana’s last day before it is over, and Ana all', async () => {
  await anaMoves()
  await keepAsInformalMentor(w.house.as(w.ana), { mentorshipId: w.mentorshipId })
  const [mos, anas] = [await space(w.mo), await space(w.ana)]
  expect(mos.chapters).toMatchObject([{ kind: 'statutory', finishedOn: null, isOver: false }])
  expect(mos.mayKeep).toBeNull()
  expect(JSON.stringify(mos)).not.toMatch(/2026-01-0[45]/)
  expect(anas.chapters).toMatchObject([{ finishedOn: '2026-01-04' }, { startedOn: '2026-01-05' }])
})

it('4. has three chapters and one Mo when he follows to her school and is given to her again', async () => {
  await write()
  await anaMoves()
  w.house.itIs('2026-01-06')
  await keepAsInformalMentor(w.house.as(w.mo), { mentorshipId: w.mentorshipId })
  await w.house.moves(w.mo, { destination: 'school', schoolId: w.c, startOn: '2026-03-02' })
  w.house.itIs('2026-03-03')
  const arranged = { mentorStintId: await stayAtC(w.mo), menteeStintId: await stayAtC(w.ana) }
  await startMentorship(w.house.as(w.leadC), { ...arranged, startsOn: '2026-03-03' })
  const seen = await space(w.ana)
  expect(seen.chapters.map(({ kind, school, isOver }) => [kind, school, isOver])).toEqual([
    ['statutory', 'Ashfield', true],
    ['informal', null, true],
    ['statutory', 'St Hild’s', false],
  ])
  expect(seen.agreement).toMatchObject({ aims: 'Calmer', theyAgreed: true })
  expect(seen.goals).toHaveLength(1)
})

it('3. leaves the new school with “no mentor yet”: its lead reads neither of Mo nor of the informal chapter', async () => {
  await anaMoves()
  w.house.itIs('2026-01-06')
  await keepAsInformalMentor(w.house.as(w.mo), { mentorshipId: w.mentorshipId })
  const page = await staff(w.house.as(w.leadC), { ref: w.c })
  expect(page.lines.find(({ personId }) => personId === w.ana)).toMatchObject({ mentor: null })
  expect(JSON.stringify(page)).not.toContain('Mo')
})

const stayAtC = async (personId: string) => {
  const [row] = await w.house.store.read.rows<{ id: string }>(
    sql`select id from stints where person_id = ${personId} and school_id = ${w.c} and voided_at is null`,
  )
  return row?.id ?? ''
}
