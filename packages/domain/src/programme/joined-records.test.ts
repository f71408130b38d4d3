import { mergeAsOperator } from '@wirearchy/domain/merge'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as programme from './index.ts'
import { programmeHouse } from './testing/programme-house.ts'

let house: Awaited<ReturnType<typeof programmeHouse>>
beforeEach(async () => {
  house = await programmeHouse('2026-01-05')
})
afterEach(() => house.close())

const join = (loser: string, winner: string) =>
  mergeAsOperator(house.ctx(), { loserId: house.id(loser), winnerId: house.id(winner), reason: 'One woman.' })
const pairs = async () =>
  (await house.chapters())
    .filter(({ voidedAt }) => voidedAt === null)
    .map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`)
/** A run made again after what happened, published, with every pair checked. */
async function publishedAnew(programmeId: string) {
  const { no, lines } = await house.run(programmeId)
  await house.publish(programmeId, no)
  const made = await pairs()
  expect(new Set(made).size).toBe(made.length)
  for (const pair of made) expect(new Set(pair.split(' ')).size).toBe(2)
  expect(lines.filter(({ mentorId }) => mentorId !== null)).toHaveLength(made.length)
  return made
}

it('pairs nobody with themselves who was a mentor by one record and a mentee by another', async () => {
  const programmeId = await house.gathered({ mentees: ['Ana'], mentors: ['Grace'] })
  const before = await house.run(programmeId)
  expect(before.lines.map(({ mentor }) => mentor)).toEqual(['Grace'])
  await join('Grace', 'Ana')
  expect((await house.run(programmeId)).lines.map(({ mentor }) => mentor)).toEqual([null])
  expect(await house.publish(programmeId, before.no)).toEqual({ pairs: 0 })
  expect(await pairs()).toEqual([])
})

it('pairs nobody with themselves by hand or by a hold either', async () => {
  const programmeId = await house.gathered({ mentees: ['Ana', 'Ben'], mentors: ['Grace', 'Hal'] })
  await join('Grace', 'Ana')
  const ana = house.id('Ana')
  const oneself = { programmeId, menteeId: ana, mentorId: ana, reason: 'By hand.' }
  const hold = programme.addFix(house.as(house.lead), { ...oneself, does: 'lock' })
  await expect(hold).rejects.toMatchObject({ code: 'bad_input' })
  const { no, lines } = await house.run(programmeId)
  expect(lines.find(({ mentee }) => mentee === 'Ana')).toMatchObject({ mentor: 'Hal' })
  const other = { programmeId, menteeId: house.id('Ben'), mentorId: ana, reason: null }
  await programme.addFix(house.as(house.lead), { ...other, does: 'bar' })
  const byHand = programme.overridePair(house.as(house.lead), { ...oneself, no })
  await expect(byHand).rejects.toMatchObject({ code: 'bad_input' })
})

it('makes no pair of a run in which somebody is twice, and after a new run each pair once', async () => {
  const programmeId = await house.gathered({ mentees: ['Ana', 'Ben', 'Cy'], mentors: ['Grace', 'Hal'] })
  const before = await house.run(programmeId)
  await join('Ben', 'Ana')
  await expect(house.publish(programmeId, before.no)).rejects.toMatchObject({ code: 'conflict' })
  expect(await pairs()).toEqual([])
  expect(await publishedAnew(programmeId)).toHaveLength(2)
})

it('gives a mentor of two records no more people than the places of one', async () => {
  const mentees = ['Ana', 'Ben', 'Cy', 'Dee']
  const programmeId = await house.gathered({ mentees, mentors: ['Grace', 'Hal'], places: 2 })
  const before = await house.run(programmeId)
  expect(before.figures.matched).toBe(4)
  await join('Hal', 'Grace')
  await expect(house.publish(programmeId, before.no)).rejects.toMatchObject({ code: 'conflict' })
  expect(await publishedAnew(programmeId)).toHaveLength(2)
})

it('publishes nothing when a mentor of the run has left since, and everything once it is matched again', async () => {
  const programmeId = await house.gathered({ mentees: ['Ana', 'Ben'], mentors: ['Grace', 'Hal'], places: 1 })
  const before = await house.run(programmeId)
  await programme.leaveProgramme(house.by('Hal'), { programmeId })
  await expect(house.publish(programmeId, before.no)).rejects.toMatchObject({ code: 'conflict' })
  expect(await publishedAnew(programmeId)).toHaveLength(1)
  const told = (await house.letters()).map(({ kind, personId }) => `${kind} ${personId}`)
  expect(told.filter((one) => one.startsWith('programme_unmatched'))).toHaveLength(1)
  expect(told.filter((one) => one.endsWith(house.id('Hal')))).toEqual([`programme_asked ${house.id('Hal')}`])
})

it('publishes sides of any size: many mentors for one mentee, and one place for many', async () => {
  const many = ['Grace', 'Hal', 'Ivo', 'Jo', 'Kit']
  const one = await house.gathered({ mentees: ['Ana'], mentors: many })
  expect(await publishedAnew(one)).toHaveLength(1)
  const few = await house.gathered({ mentees: ['Ben', 'Cy', 'Dee', 'Eve'], mentors: ['Lou'], places: 1 })
  const { no } = await house.run(few)
  expect(await house.publish(few, no)).toEqual({ pairs: 1 })
  const unmatched = (await house.letters()).filter(({ kind }) => kind === 'programme_unmatched')
  expect(unmatched).toHaveLength(4 + 3)
})
