import { agreements, eq, meetings, mentorships, spaceNotes } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { block } from '@wirearchy/domain/safety'
import { endByHand } from '@wirearchy/domain/stint'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { myMentoring, startChapter } from './index.ts'
import { offers } from './testing.ts'

let house: ReturnType<typeof testHouse>
let [ana, ben] = ['', '']

beforeEach(async () => {
  house = testHouse('2026-01-12')
  ;[ana, ben] = [await house.person('Ana'), await house.person('Ben')]
  await house.trainedTogether([ana, ben])
})
afterEach(() => house.close())

const starts = () =>
  house.store.tx((tx) =>
    startChapter(tx, house.ctx(), {
      ...{ mentorId: ben, menteeId: ana, unit: 'half_term', startedOn: '2026-01-12', arrangedById: ben },
    }),
  )
const meets = (mentorshipId: string, startsAt: number, state: 'booked' | 'cancelled') =>
  house.store.tx((tx) =>
    tx.insert(meetings).values({
      ...{ id: newId(1), mentorshipId, startsAt, endsAt: startsAt + 1_800_000, state, way: 'online' },
      ...{ proposedBy: 'mentor', createdAt: 1, updatedAt: 1 },
    }),
  )
const mine = (who: string) => myMentoring(house.as(who))

it('no longer shows a mentoring that one of the two ended today, to either', async () => {
  const mentorshipId = await starts()
  await house.store.tx(async (tx) => {
    const [held] = await tx.select().from(mentorships).where(eq(mentorships.id, mentorshipId))
    if (held) await endByHand(tx, house.as(ana), held)
  })
  expect((await mine(ana)).mentors).toEqual([])
  expect((await mine(ben)).mentees).toEqual([])
})

it('shows both hats: who mentors me, whom I mentor, and my places', async () => {
  await offers(house, ben, { places: { half_term: 2 } })
  const mentorshipId = await starts()
  const line = { mentorshipId, unit: 'half_term', kind: 'informal', nextAt: null, quietWeeks: null }
  expect(await mine(ana)).toMatchObject({ mentors: [{ ...line, name: 'Ben' }], mentees: [], offer: null })
  const bens = await mine(ben)
  expect(bens).toMatchObject({ mentors: [], mentees: [{ ...line, name: 'Ana' }] })
  expect(bens.offer?.places[2]).toEqual({ unit: 'half_term', places: 2, taken: 1 })
})

it('shows the next meeting that is booked, from whichever chapter of the two', async () => {
  const mentorshipId = await starts()
  const day = 86_400_000
  await meets(mentorshipId, house.ctx().now - day, 'booked')
  await meets(mentorshipId, house.ctx().now + day, 'cancelled')
  expect((await mine(ana)).mentors[0]?.nextAt).toBeNull()
  const at = house.ctx().now + 2 * day
  await meets(mentorshipId, at, 'booked')
  expect((await mine(ana)).mentors[0]?.nextAt).toBe(at)
})

it('says how many school weeks it has been quiet, holidays left out, and not what somebody wrote for themselves', async () => {
  const mentorshipId = await starts()
  house.itIs('2026-01-30')
  expect((await mine(ana)).mentors[0]?.quietWeeks).toBeNull()
  await house.store.tx((tx) =>
    tx.insert(spaceNotes).values({
      ...{
        id: newId(1),
        mentorshipId,
        by: 'mentor',
        isPrivate: true,
        text: 'Zq',
        createdAt: house.ctx().now,
      },
    }),
  )
  house.itIs('2026-02-02')
  expect((await mine(ana)).mentors[0]?.quietWeeks).toBe(3)
  house.itIs('2026-02-27')
  expect((await mine(ana)).mentors[0]?.quietWeeks).toBe(5)
})

it('leaves out what has ended, and whom either keeps out', async () => {
  await starts()
  await block(house.as(ana), { personId: ben })
  expect([(await mine(ana)).mentors, (await mine(ben)).mentees]).toEqual([[], []])
})

it('names two chapters of one pair once, by the later one', async () => {
  const earlier = await starts()
  await house.store.tx(async (tx) => {
    const row = {
      id: newId(house.ctx().now),
      no: 900,
      mentorId: ben,
      menteeId: ana,
      kind: 'placement' as const,
    }
    await tx.insert(mentorships).values({ ...row, startedOn: '2026-01-13', createdAt: 1 })
    await tx.insert(agreements).values({ mentorshipId: row.id, createdAt: 1, updatedAt: 1 })
  })
  house.itIs('2026-01-14')
  const { mentors } = await mine(ana)
  expect(mentors.map(({ kind, mentorshipId }) => [kind, mentorshipId === earlier])).toEqual([
    ['placement', false],
  ])
})
