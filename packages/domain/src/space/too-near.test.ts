import { schoolLeads } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { finishMentoring, spaceOf } from './index.ts'
import { Finish } from './input.ts'
import { anaAndMo, type PairHouse } from './testing.ts'

let w: PairHouse
beforeEach(async () => {
  w = await anaAndMo()
})
afterEach(() => w.house.close())

const isTooNear = async (who: string) =>
  (await spaceOf(w.house.as(who), { mentorshipId: w.mentorshipId })).isTooNear

it('tells both of a pair when the mentor has come to lead the mentee’s school, until it ends', async () => {
  await w.house.at(w.mo, w.a, '2025-09-01')
  expect([await isTooNear(w.ana), await isTooNear(w.mo)]).toEqual([false, false])
  const grant = { personId: w.mo, schoolId: w.a, startedOn: w.house.ctx().today, grantedBy: 'operator' }
  await w.house.store.tx((tx) => tx.insert(schoolLeads).values({ ...grant, id: newId(1) }))
  expect([await isTooNear(w.ana), await isTooNear(w.mo)]).toEqual([true, true])
  await finishMentoring(
    w.house.as(w.ana),
    Finish.parse({ mentorshipId: w.mentorshipId, sentence: 'Thank you.' }),
  )
  expect(await isTooNear(w.ana)).toBe(false)
})
