import { sql } from '@wirearchy/db'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { changesToReview } from './changes-to-review.ts'
import { grantReviewer, revokeReviewer } from './grant-reviewer.ts'
import { isReviewer } from './reviewer.ts'

let house: ReturnType<typeof testHouse>
let ruth = ''
beforeEach(async () => {
  house = testHouse('2026-01-05')
  ruth = await house.person('Ruth')
})
afterEach(() => house.close())

const entries = () =>
  house.store.read.rows(sql`select type from ledger where type like 'reviewer.%' order by seq`)

it('lets somebody look after the school list by a grant alone, from its first day to its last', async () => {
  expect(await isReviewer(house.as(ruth))).toBe(false)
  await grantReviewer(house.ctx(), { personId: ruth, until: '2026-01-09' })
  expect(await isReviewer(house.as(ruth))).toBe(true)
  expect(await isReviewer(house.as(ruth, '2026-01-09'))).toBe(true)
  expect(await isReviewer(house.as(ruth, '2026-01-10'))).toBe(false)
  expect(await isReviewer(house.as(ruth, '2026-01-04'))).toBe(false)
})

it('writes nothing when the same is granted twice, and changes the last day when another is said', async () => {
  const granted = await grantReviewer(house.ctx(), { personId: ruth })
  expect(await grantReviewer(house.ctx(), { personId: ruth })).toEqual(granted)
  expect(await entries()).toHaveLength(1)
  expect(await grantReviewer(house.ctx(), { personId: ruth, until: '2026-02-01' })).toEqual(granted)
  expect(await isReviewer(house.as(ruth, '2026-02-02'))).toBe(false)
  await expect(grantReviewer(house.ctx(), { personId: ruth, until: '2026-01-04' })).rejects.toThrow('is over')
})

it('ends at once when it is taken back, but for the day it was given on', async () => {
  await grantReviewer(house.ctx(), { personId: ruth })
  expect(await revokeReviewer(house.ctx(), { personId: ruth })).toBe('2026-01-05')
  house.itIs('2026-01-06')
  expect(await isReviewer(house.as(ruth))).toBe(false)
  await grantReviewer(house.ctx(), { personId: ruth })
  house.itIs('2026-01-20')
  expect(await revokeReviewer(house.ctx(), { personId: ruth })).toBe('2026-01-19')
  expect(await isReviewer(house.as(ruth))).toBe(false)
  expect(await revokeReviewer(house.ctx(), { personId: ruth })).toBeNull()
})

it('answers everybody else as if there were no such page, a visitor and the daily job too', async () => {
  for (const ctx of [house.as(ruth), house.ctx()])
    await expect(changesToReview(ctx, {})).rejects.toMatchObject({ code: 'not_found' })
  expect((await changesToReview({ ...house.ctx(), actor: 'operator' }, {})).total).toBe(0)
})
