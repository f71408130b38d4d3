import { startChapter } from '@wirearchy/domain/mentoring'
import { startMentorship } from '@wirearchy/domain/stint'
import { anasHouse } from '@wirearchy/domain/stint/testing'

/** Ana and Mo, whom nobody arranged: half a term of mentoring from 1 December 2025, with addresses for both. */
export async function anaAndMo() {
  const world = await anasHouse()
  const { house, ana, mo } = world
  await house.address(mo, 'mo@example.com')
  const unit = { unit: 'half_term' as const, startedOn: '2025-12-01', arrangedById: mo }
  const mentorshipId = await house.store.tx((tx) =>
    startChapter(tx, house.as(mo), { mentorId: mo, menteeId: ana, ...unit }),
  )
  return { ...world, mentorshipId }
}

/** Ana, whose school gave her Mo as mentor on 1 December 2025; Priya leads it, Carys the school she may go to. */
export async function anaAtHerSchool() {
  const world = await anasHouse()
  const { house, a, mo, leadA, anaAtA } = world
  await house.address(mo, 'mo@example.com')
  const moAtA = await house.at(mo, a, '2020-09-01')
  const arranged = { mentorStintId: moAtA, menteeStintId: anaAtA, startsOn: '2025-12-01' }
  const { mentorshipId } = await startMentorship(house.as(leadA), arranged)
  return { ...world, moAtA, mentorshipId }
}

export type PairHouse = Awaited<ReturnType<typeof anaAndMo>>
