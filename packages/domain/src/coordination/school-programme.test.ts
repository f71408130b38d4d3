import { addPeople, createProgramme, joinProgramme, publishRun, runMatch } from '@wirearchy/domain/programme'
import { JoinProgramme } from '@wirearchy/domain/programme/input'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { board, nudgePairs, remindPairs } from './index.ts'
import { type BoardHouse, boardHouse } from './testing.ts'

let house: BoardHouse
let programmeId: string
let ben: string
beforeEach(async () => {
  house = await boardHouse('2025-11-03')
  const [ana, grace, tom] = [
    await house.teacher('Ana'),
    await house.teacher('Grace'),
    await house.teacher('Tom'),
  ]
  ben = await house.teacher('Ben')
  const stays = new Map<string, string>()
  for (const one of [ana, ben, grace, tom]) {
    stays.set(one, await house.at(one, house.ashfield, '2025-09-01'))
    await house.confirm(house.priya, stays.get(one) ?? '')
  }
  await house.arranged(stays.get(tom) ?? '', stays.get(grace) ?? '', '2025-11-03')
  programmeId = await published({ mentees: [ana, ben], mentor: grace })
})
afterEach(() => house.close())

/** Ashfield's programme, matched and published by Priya. */
async function published({ mentees, mentor }: { mentees: string[]; mentor: string }) {
  const priya = house.as(house.priya)
  const made = await createProgramme(priya, {
    ...{ schoolId: house.ashfield, name: 'Mentors at Ashfield', unit: 'year', startsOn: '2025-11-03' },
  })
  await addPeople(priya, { ...made, side: 'mentee', personIds: mentees })
  await addPeople(priya, { ...made, side: 'mentor', personIds: [mentor] })
  const said = JoinProgramme.parse({ ...made, subject: 'Physics', places: 2 })
  for (const person of [...mentees, mentor]) await joinProgramme(house.as(person), said)
  const { no } = await runMatch(priya, made)
  await publishRun(priya, { ...made, no })
  return made.programmeId
}

const lines = async (id: string) =>
  (await board(house.as(house.priya), { id, page: 1 })).rows.map(
    ({ mentee, mentor, state }) => `${mentee}, ${mentor}: ${state}`,
  )

describe('the board of a school’s own programme', () => {
  it('shows the pairs that it put together, and no others of the school', async () => {
    expect((await lines(programmeId)).sort()).toEqual(['Ana, Grace: waiting', 'Ben, Grace: waiting'])
    expect((await lines(house.ashfield)).sort()).toEqual([
      'Ana, Grace: waiting',
      'Ben, Grace: waiting',
      'Grace, Tom: waiting',
    ])
  })

  it('loses sight of a mentee on the day after they leave', async () => {
    await house.moves(ben, { destination: 'undecided', leaveOn: '2025-11-07' })
    house.itIs('2025-11-07')
    expect(await lines(programmeId)).toHaveLength(2)
    house.itIs('2025-11-08')
    expect(await lines(programmeId)).toEqual(['Ana, Grace: waiting'])
  })

  it('lets whoever looks after it remind them', async () => {
    expect(await nudgePairs(house.as(house.priya), { id: programmeId })).toEqual({ nudged: 2, left: 0 })
  })

  it('is nobody else’s', async () => {
    await expect(board(house.as(house.margaret), { id: programmeId, page: 1 })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

it('a school cannot tell that two were reminded of mentoring of their own, and neither hears it again so soon', async () => {
  const [mia, sam] = [await house.teacher('Mia'), await house.teacher('Sam')]
  const stays = [
    await house.at(mia, house.ashfield, '2025-09-01'),
    await house.at(sam, house.ashfield, '2025-09-01'),
  ]
  for (const stay of stays) await house.confirm(house.priya, stay)
  const own = await house.pair(mia, sam, '2025-10-22')
  house.itIs('2025-11-05')
  await remindPairs(house.ctx())
  const heard = (await house.letters()).length
  expect((await house.nudges()).map(({ mentorshipId }) => mentorshipId)).toContain(own)
  const [mentorStay = '', menteeStay = ''] = stays
  const id = await house.arranged(mentorStay, menteeStay, '2025-11-05')
  expect(await nudgePairs(house.as(house.priya), { id: house.ashfield, mentorshipId: id })).toEqual({
    nudged: 1,
    left: 0,
  })
  expect(await house.letters()).toHaveLength(heard)
})
