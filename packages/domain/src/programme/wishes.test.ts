import { programmePeople, programmes } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { testHouse } from '@wirearchy/domain/testing'
import { afterAll, expect, it } from 'vitest'
import { saveWishes } from './save-wishes.ts'
import { wishesPage } from './wishes.ts'

const house = testHouse('2026-03-16')
afterAll(() => house.close())

it('shows one mentee nothing of what another wishes, though both may wish for the same mentor', async () => {
  const [ana, ben, mo] = [await house.person('Ana'), await house.person('Ben'), await house.person('Mo')]
  const groupId = await house.trainedTogether([ana, ben])
  const programmeId = newId(1)
  await house.store.tx(async (tx) => {
    const open = { unit: 'year' as const, state: 'wishes' as const, wishesUntil: '2026-03-27', createdAt: 1 }
    const made = { id: programmeId, name: 'Mentors', groupId, rules: {}, weights: {}, createdById: mo }
    await tx.insert(programmes).values({ ...made, ...open })
    const joined = { programmeId, createdAt: 1, joinedAt: 2 }
    await tx.insert(programmePeople).values([
      { id: newId(2), ...joined, personId: ana, side: 'mentee' },
      { id: newId(3), ...joined, personId: ben, side: 'mentee' },
      { id: newId(4), ...joined, personId: mo, side: 'mentor' },
    ])
  })
  await saveWishes(house.as(ana), { programmeId, wishes: [{ personId: mo, rank: 1 }] })
  const seen = async (viewer: string) =>
    (await wishesPage(house.as(viewer), { programmeId })).people.map(({ name, rank }) => [name, rank])
  expect(await seen(ana)).toEqual([['Mo', 1]])
  expect(await seen(ben)).toEqual([['Mo', null]])
})
