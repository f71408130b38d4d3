import { eq, profiles, schools, stints } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { nextNo } from '@wirearchy/domain/ledger'
import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nationOf } from './index.ts'

let house: ReturnType<typeof testHouse>
beforeEach(() => {
  house = testHouse()
})
afterEach(() => house.close())

it('takes the nation somebody says, else that of their latest school, else England', async () => {
  const ana = await house.person('Ana')
  const nation = () => nationOf(house.store.read, ana)
  expect(await nation()).toBe('england')
  await workAt(ana, 'scotland', '2024-08-14', null)
  await workAt(ana, 'wales', '2023-09-01', '2024-08-13')
  expect(await nation()).toBe('scotland')
  await say(ana)
  expect(await nation()).toBe('northern_ireland')
})

const say = (personId: string) =>
  house.store.tx((tx) =>
    tx.update(profiles).set({ nation: 'northern_ireland' }).where(eq(profiles.personId, personId)),
  )

async function workAt(personId: string, nation: string, startedOn: string, finishedOn: string | null) {
  const schoolId = await house.school(`A school in ${nation}`)
  await house.store.tx(async (tx) => {
    await tx.update(schools).set({ nation }).where(eq(schools.id, schoolId))
    const no = await nextNo(tx, 'stints')
    await tx.insert(stints).values({
      ...{ id: newId(house.ctx().now), no, personId, schoolId, startedOn, finishedOn, createdAt: 1 },
      ...{ kind: 'employed' as const, source: 'self' as const, confidence: 'told' as const },
    })
  })
}
