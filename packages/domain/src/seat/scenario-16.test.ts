import { join, makeLink } from '@wirearchy/domain/group'
import { mergeAsOperator } from '@wirearchy/domain/merge'
import { addIdentifier, rename } from '@wirearchy/domain/person'
import { block } from '@wirearchy/domain/safety'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { courseHouse } from './testing.ts'

let house: Awaited<ReturnType<typeof courseHouse>>
beforeEach(async () => {
  house = await courseHouse()
})
afterEach(() => house.close())

/** Ana came by the group's link, not from a list; since then she goes by another name and hides the old one. */
async function anaWithAnotherName() {
  const ana = await house.person('Ana Smith')
  const { code } = await makeLink(house.as(house.priya), { slug: house.slug, days: 30, subgroup: null })
  await join(house.as(ana), { code })
  await addIdentifier(house.as(ana), { scheme: 'trn', issuer: null, value: '0012345' })
  await rename(house.as(ana), { name: 'Alex Jones', hidePrevious: true })
  return ana
}

it('16. a list with her old name and her TRN matches her, not a new person', async () => {
  await anaWithAnotherName()
  const { counts } = await house.upload("Name,TRN\nAna Smith,'0012345\nBen Owusu,0012346")
  expect(counts).toMatchObject({ unchanged: 1, created: 1 })
  expect((await house.kept()).map(({ fullName }) => fullName)).toEqual(['Ben Owusu'])
})

it('matches nobody whom the list’s owner may not see: a block tells nothing', async () => {
  const ana = await anaWithAnotherName()
  await block(house.as(ana), { personId: house.priya })
  const { counts } = await house.upload('Name,TRN\nAna Smith,0012345')
  expect(counts).toMatchObject({ created: 1 })
})

it('matches her by either number once two records are one', async () => {
  const ana = await anaWithAnotherName()
  const other = await house.person('A. Jones')
  await addIdentifier(house.as(other), { scheme: 'trn', issuer: null, value: '0099999' })
  await mergeAsOperator(house.ctx(), { loserId: other, winnerId: ana, reason: 'She wrote from both.' })
  const { counts } = await house.upload('Name,TRN\nAna Smith,0012345\nA. Jones,0099999')
  expect(counts).toMatchObject({ unchanged: 2 })
  expect(await house.kept()).toEqual([])
})
