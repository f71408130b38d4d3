import { mentorships } from '@wirearchy/db'
import { notices } from '@wirearchy/domain/job'
import { cancelMove, endedMentorship, keepAsInformalMentor } from '@wirearchy/domain/stint'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { finishMentoring, spaceOf } from './index.ts'
import { Finish } from './input.ts'
import { anaAtHerSchool } from './testing.ts'

let w: Awaited<ReturnType<typeof anaAtHerSchool>>
beforeEach(async () => {
  w = await anaAtHerSchool()
})
afterEach(() => w.house.close())

const finish = (who: string) =>
  finishMentoring(w.house.as(who), Finish.parse({ mentorshipId: w.mentorshipId, sentence: 'Thank you.' }))
const ends = async () => {
  const rows = await w.house.store.read.select().from(mentorships)
  return rows.map(({ finishedOn, endReason, voidedAt }) => [finishedOn, endReason, voidedAt])
}
const moves = (startOn: string) => w.house.moves(w.ana, { destination: 'school', schoolId: w.c, startOn })

it('stays ended on its day when Ana leaves the school later, and when she stays after all', async () => {
  w.house.itIs('2025-12-10')
  await finish(w.ana)
  const { moveId } = await moves('2026-01-05')
  expect(await ends()).toEqual([['2025-12-10', 'by_mentee', null]])
  await cancelMove(w.house.as(w.ana), { moveId })
  expect(await ends()).toEqual([['2025-12-10', 'by_mentee', null]])
})

it('stays ended when a move that would have ended it later is called off', async () => {
  const { moveId } = await moves('2026-01-05')
  expect(await ends()).toEqual([['2026-01-04', 'mentee_moved', null]])
  w.house.itIs('2025-12-10')
  await finish(w.mo)
  await cancelMove(w.house.as(w.ana), { moveId })
  expect(await ends()).toEqual([['2025-12-10', 'by_mentor', null]])
})

it('stays ended when the stay’s last day was that very day, and is not any more', async () => {
  const { moveId } = await moves('2025-12-11')
  w.house.itIs('2025-12-10')
  await finish(w.ana)
  expect(await ends()).toEqual([['2025-12-10', 'by_mentee', null]])
  await cancelMove(w.house.as(w.ana), { moveId })
  expect(await ends()).toEqual([['2025-12-10', 'by_mentee', null]])
})

it('says that it ended, and no more that a move will have ended it', async () => {
  await moves('2026-01-05')
  w.house.itIs('2025-12-10')
  await finish(w.mo)
  w.house.itIs('2026-01-06')
  const heard = async (who: string) => (await notices(w.house.as(who))).map(({ kind }) => kind)
  expect(await heard(w.ana)).toContain('mentoring.ended')
  for (const who of [w.ana, w.mo]) expect(await heard(who)).not.toContain('mentorship.ended')
})

it('is not carried on by one tap: who was left must not be kept', async () => {
  await finish(w.ana)
  w.house.itIs('2025-12-02')
  const keep = keepAsInformalMentor(w.house.as(w.mo), { mentorshipId: w.mentorshipId })
  await expect(keep).rejects.toMatchObject({ code: 'conflict' })
  expect(await endedMentorship(w.house.as(w.mo), { mentorshipId: w.mentorshipId })).toMatchObject({
    isEndedByHand: true,
    goesOn: false,
  })
  expect((await spaceOf(w.house.as(w.mo), { mentorshipId: w.mentorshipId })).mayKeep).toBeNull()
})

it('is not carried on from the school’s chapter either, once the informal one was ended', async () => {
  await moves('2026-01-05')
  w.house.itIs('2026-01-06')
  await keepAsInformalMentor(w.house.as(w.mo), { mentorshipId: w.mentorshipId })
  await finish(w.ana)
  w.house.itIs('2026-01-20')
  const keep = keepAsInformalMentor(w.house.as(w.mo), { mentorshipId: w.mentorshipId })
  await expect(keep).rejects.toMatchObject({ code: 'conflict' })
})
