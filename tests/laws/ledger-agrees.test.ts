import { eq, stints } from '@wirearchy/db'
import { ledgerAgrees, record } from '@wirearchy/domain/ledger'
import { startChapter } from '@wirearchy/domain/mentoring'
import { erase, startPause } from '@wirearchy/domain/person'
import { finishMentoring } from '@wirearchy/domain/space'
import { addStint } from '@wirearchy/domain/stint'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'

let house: ReturnType<typeof testHouse>
let stintId: string
beforeEach(async () => {
  house = testHouse('2026-01-05')
  const ana = await house.person('Ana')
  const stay = { kind: 'employed', role: 'teacher', pattern: null, finishedOn: null } as const
  const schoolId = await house.school('Moorside')
  stintId = (await addStint(house.as(ana), { ...stay, schoolId, startedOn: '2025-09-01' })).stintId
  await startPause(house.as(ana), { startedOn: '2026-02-01', expectedReturnOn: null, audience: 'only_me' })
})
afterEach(() => house.close())

const agrees = () => ledgerAgrees(house.store.read)
const confirmBesideTheLedger = () =>
  house.store.tx((tx) => tx.update(stints).set({ confidence: 'confirmed' }).where(eq(stints.id, stintId)))

it('finds a stay, its role and a break as the ledger tells them', async () => {
  expect(await agrees()).toEqual({ same: 3, untold: 0, differ: [] })
})

it('names a row that was changed beside the ledger, until an entry names it as it is', async () => {
  await confirmBesideTheLedger()
  const { same, differ } = await agrees()
  expect(same).toBe(2)
  expect(differ).toMatchObject([
    { of: 'stint', id: stintId, told: { confidence: 'told' }, held: { confidence: 'confirmed' } },
  ])
  await house.store.tx((tx) => record(tx, house.ctx(), { type: 'seals.renewed', refs: { stint1: stintId } }))
  expect((await agrees()).differ).toEqual([])
})

it('does not take what is told while it looks for a difference', async () => {
  const { read } = house.store
  let isFirst = true
  const busy: typeof read = {
    ...read,
    rows: async (query) => {
      if (isFirst) {
        isFirst = false
        await confirmBesideTheLedger()
        await house.store.tx((tx) =>
          record(tx, house.ctx(), { type: 'stint.confirmed', refs: { stint: stintId } }),
        )
      }
      return read.rows(query)
    },
  }
  expect(await ledgerAgrees(busy)).toEqual({ same: 3, untold: 0, differ: [] })
})

it('finds a mentoring that two people began, one that one of them ended, and one that ended with an erasure', async () => {
  const [ana, ben, cy] = [await house.person('Ana'), await house.person('Ben'), await house.person('Cy')]
  const begin = (mentorId: string, menteeId: string) =>
    house.store.tx((tx) => {
      const chapter = { unit: 'year' as const, startedOn: '2026-01-05', arrangedById: mentorId }
      return startChapter(tx, house.as(mentorId), { mentorId, menteeId, ...chapter })
    })
  const before = (await agrees()).same
  const mentorshipId = await begin(ben, ana)
  await begin(cy, ana)
  expect(await agrees()).toEqual({ same: before + 2, untold: 0, differ: [] })
  const end = { sentence: 'Thank you.', thanks: null, reason: null, askAgain: false }
  await finishMentoring(house.as(ana), { mentorshipId, ...end })
  await erase({ ...house.ctx(), actor: 'operator' }, { personId: cy, reason: 'He asked.' })
  expect(await agrees()).toEqual({ same: before + 2, untold: 0, differ: [] })
})
