import { mails, mentorships } from '@wirearchy/db'
import { offers } from '@wirearchy/domain/mentoring/testing'
import { type MovingHouse, movingHouse } from '@wirearchy/domain/stint/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as programme from './index.ts'
import { JoinProgramme } from './input.ts'

let house: MovingHouse
let [school, lead, ana, ben, grace] = ['', '', '', '', '']

beforeEach(async () => {
  house = movingHouse('2026-01-05')
  school = await house.school('Ashfield')
  lead = await house.lead('Priya', school)
  ;[ana, ben, grace] = [await house.person('Ana'), await house.person('Ben'), await house.person('Grace')]
  for (const person of [ana, ben, grace])
    await house.confirm(lead, await house.at(person, school, '2025-09-01'))
})
afterEach(() => house.close())

async function gathered() {
  const { programmeId } = await programme.createProgramme(house.as(lead), {
    ...{ schoolId: school, name: 'Mentors at Ashfield', unit: 'year', startsOn: '2026-01-12' },
  })
  const ask = (side: 'mentor' | 'mentee', personIds: string[]) =>
    programme.addPeople(house.as(lead), { programmeId, side, personIds })
  await ask('mentee', [ana, ben])
  await ask('mentor', [grace])
  const said = JoinProgramme.parse({ programmeId, subject: 'Physics', places: 2 })
  for (const person of [ana, ben, grace]) await programme.joinProgramme(house.as(person), said)
  return programmeId
}

it('makes a school’s pairs part of the stays there, all of them or none', async () => {
  const programmeId = await gathered()
  const { no } = await programme.runMatch(house.as(lead), { programmeId })
  expect(await programme.publishRun(house.as(lead), { programmeId, no })).toEqual({ pairs: 2 })
  const made = await house.store.read.select().from(mentorships)
  expect(made.map(({ kind, mentorId }) => [kind, mentorId])).toEqual([
    ['statutory', grace],
    ['statutory', grace],
  ])
  expect(made.every(({ menteeStintId }) => menteeStintId !== null)).toBe(true)
})

it('never tells a school who offers mentoring by themselves', async () => {
  await offers(house, grace, { places: { year: 2 } })
  const { programmeId } = await programme.createProgramme(house.as(lead), {
    ...{ schoolId: school, name: 'Mentors at Ashfield', unit: 'year', startsOn: '2026-01-12' },
  })
  const page = await programme.peoplePage(house.as(lead), { programmeId })
  expect(new Set([...page.mentors, ...page.mentees].map(({ how }) => how))).toEqual(new Set(['staff']))
})

it('matches a school’s people the same whatever they offer by themselves: an offer is no business of an employer', async () => {
  const programmeId = await gathered()
  const said = { programmeId, subject: 'Maths', places: 2 }
  await programme.joinProgramme(house.as(ben), JoinProgramme.parse(said))
  const run = async () => {
    const { no } = await programme.runMatch(house.as(lead), { programmeId })
    const { lines, figures } = await programme.runPage(house.as(lead), { programmeId, no })
    return { lines, figures: { ...figures, ms: 0 } }
  }
  const before = await run()
  expect(before.lines.map(({ mentee, mentor }) => [mentee, mentor])).toEqual([
    ['Ana', 'Grace'],
    ['Ben', null],
  ])
  await offers(house, grace, { subjects: ['Maths'], outsideMySchool: true })
  expect(await run()).toEqual(before)
})

it('publishes nothing for a school that somebody has left since the run', async () => {
  const programmeId = await gathered()
  const { no } = await programme.runMatch(house.as(lead), { programmeId })
  await house.moves(ben, { destination: 'break', leaveOn: '2026-01-05' })
  house.itIs('2026-01-06')
  const publish = programme.publishRun(house.as(lead), { programmeId, no })
  await expect(publish).rejects.toMatchObject({ code: 'conflict' })
  expect(await house.store.read.$count(mentorships)).toBe(0)
  expect(
    (await house.store.read.select().from(mails)).filter(({ kind }) => kind === 'programme_matched'),
  ).toEqual([])
})

it('begins a school’s pairs on the day that was announced', async () => {
  const programmeId = await gathered()
  const { no } = await programme.runMatch(house.as(lead), { programmeId })
  await programme.publishRun(house.as(lead), { programmeId, no })
  const made = await house.store.read.select().from(mentorships)
  expect(made.map(({ startedOn }) => startedOn)).toEqual(['2026-01-12', '2026-01-12'])
})

it('does not tell a school, by what it cannot publish, that somebody will have left by then', async () => {
  const programmeId = await gathered()
  const { no } = await programme.runMatch(house.as(lead), { programmeId })
  await house.moves(ben, { destination: 'break', leaveOn: '2026-01-08' })
  expect(await programme.publishRun(house.as(lead), { programmeId, no })).toEqual({ pairs: 2 })
  const made = await house.store.read.select().from(mentorships)
  expect(made.map(({ menteeId, startedOn, finishedOn }) => [menteeId, startedOn, finishedOn])).toEqual(
    expect.arrayContaining([
      [ana, '2026-01-12', null],
      [ben, '2026-01-05', '2026-01-08'],
    ]),
  )
})

it('is nobody’s but the school’s leads to run', async () => {
  const programmeId = await gathered()
  const stranger = await house.lead('Carys', await house.school('Moorside'))
  await expect(programme.peoplePage(house.as(stranger), { programmeId })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(programme.programmesOf(house.as(ana), { schoolId: school })).rejects.toMatchObject({
    code: 'not_found',
  })
})
