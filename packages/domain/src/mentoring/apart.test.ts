import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { apart, keepApart, liftApart } from './index.ts'

let house: ReturnType<typeof testHouse>
let [ana, ben] = ['', '']

beforeEach(async () => {
  house = testHouse('2026-01-05')
  ;[ana, ben] = [await house.person('Ana'), await house.person('Ben')]
  await house.trainedTogether([ana, ben])
})
afterEach(() => house.close())

it('keeps the private list to its owner, once a person, and takes a new reason for the old one', async () => {
  const kept = () => keepApart(house.as(ana), { personId: ben, why: 'dispute' })
  expect(await kept()).toEqual(await kept())
  const { keptId } = await keepApart(house.as(ana), { personId: ben, why: 'family' })
  expect(await apart(house.as(ana))).toEqual([{ keptId, personId: ben, name: 'Ben', why: 'family' }])
  expect(await apart(house.as(ben))).toEqual([])
  await expect(liftApart(house.as(ben), { keptId })).rejects.toMatchObject({ code: 'not_found' })
  await liftApart(house.as(ana), { keptId })
  expect(await apart(house.as(ana))).toEqual([])
})

it('takes nobody whom one cannot see, and not oneself', async () => {
  const cy = await house.person('Cy')
  const keep = (personId: string) => keepApart(house.as(ana), { personId, why: 'dispute' })
  await expect(keep(cy)).rejects.toMatchObject({ code: 'not_found' })
  await expect(keep(ana)).rejects.toMatchObject({ code: 'bad_input' })
})
