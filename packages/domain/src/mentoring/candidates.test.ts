import { mentorOffers, mentorPlaces } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { expect, it } from 'vitest'
import { mayAsk } from './index.ts'

it('lets a person ask somebody they trained with, who offers it', async () => {
  const house = testHouse('2026-01-05')
  const [ana, ben, cy, dan] = [
    await house.person('Ana'),
    await house.person('Ben'),
    await house.person('Cy'),
    await house.person('Dan'),
  ]
  await house.trainedTogether([ana, ben])
  await house.trainedTogether([cy, ben])
  await house.store.tx(async (tx) => {
    for (const personId of [ben, cy, dan]) {
      await tx
        .insert(mentorOffers)
        .values({ personId, topics: [], phases: [], subjects: [], ways: [], openedAt: 1, updatedAt: 1 })
      await tx.insert(mentorPlaces).values({ id: newId(1), personId, unit: 'call', places: 1 })
    }
  })
  const may = (id: string) =>
    mayAsk(house.store.read, house.as(ana), id, { unit: 'call', outsideMySchool: false })
  expect([await may(ben), await may(cy), await may(dan), await may(ana)]).toEqual([true, true, false, false])
  house.close()
})
