import { and, eq, isNull, stints } from '@wirearchy/db'
import { board, nudgePairs } from '@wirearchy/domain/coordination'
import { staff, startMentorship } from '@wirearchy/domain/stint'
import { expect, it } from 'vitest'
import { TODAY } from './tess/relations.ts'
import { type TessWorld, tessWorld } from './tess/world.ts'

const stayOf = async ({ store, schools }: TessWorld, personId: string) => {
  const there = and(
    eq(stints.personId, personId),
    eq(stints.schoolId, schools.current),
    isNull(stints.voidedAt),
  )
  const [stay] = await store.read.select({ id: stints.id }).from(stints).where(there)
  return stay?.id ?? ''
}

it('a school’s lead who gives two people a mentor each cannot tell by its board which two keep each other out', async () => {
  const w = await tessWorld('live')
  const { people, schools, hers, as } = w
  const lead = as(people.lead)
  const [apart, near] = [await stayOf(w, people.whoBlockedHer), await stayOf(w, people.colleague)]
  for (const menteeStintId of [apart, near])
    await startMentorship(lead, { menteeStintId, mentorStintId: hers.stintId, startsOn: TODAY })
  const seen = async () => {
    const { rows, canNudge } = await board(lead, { id: schools.current, page: 1 })
    const { lines } = await staff(lead, { ref: schools.current })
    const of = (name: string) => ({
      ...rows.find(({ mentee }) => mentee === name),
      ...{ mentee: '', mentorshipId: '' },
      mentor: lines.find((line) => line.name === name)?.mentor,
    })
    return { apart: of('The whoBlockedHer'), near: of('The colleague'), canNudge }
  }
  const first = await seen()
  expect(first.near).toMatchObject({ state: 'waiting', mentor: w.tokens.name[0] })
  expect(first.apart).toEqual(first.near)
  await nudgePairs(lead, { id: schools.current })
  const later = await seen()
  expect(later.apart).toEqual(later.near)
  await w.store.close()
})
