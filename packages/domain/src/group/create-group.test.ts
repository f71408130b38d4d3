import { testHouse } from '@wirearchy/domain/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createGroup } from './create-group.ts'
import { groupPage } from './group-page.ts'
import { CreateGroup } from './input.ts'
import { myGroups } from './my-groups.ts'

let house: ReturnType<typeof testHouse>
beforeEach(() => {
  house = testHouse('2024-09-10')
})
afterEach(() => house.close())

const course = (rest: object = {}) =>
  CreateGroup.parse({
    provider: 'University of Leeds',
    name: 'Leeds PGCE Physics',
    startedOn: '2024-09-02',
    finishedOn: '2025-06-27',
    ...rest,
  })

it('makes a group with an address of its own, run by whoever made it', async () => {
  const priya = await house.person('Priya')
  const { slug } = await createGroup(house.as(priya), course())
  expect(slug).toBe('leeds-pgce-physics-2024')
  const page = await groupPage(house.as(priya), { slug })
  expect([page.name, page.years, page.provider, page.isLead, page.total]).toEqual([
    'Leeds PGCE Physics',
    '2024 to 2025',
    'University of Leeds',
    true,
    0,
  ])
})

it('gives a second group of the same name another address, and one provider to both', async () => {
  const priya = await house.person('Priya')
  const [first, second] = [
    await createGroup(house.as(priya), course()),
    await createGroup(house.as(priya), course()),
  ]
  expect(second.slug).toBe(`${first.slug}-2`)
  expect((await myGroups(house.as(priya))).map(({ provider }) => provider)).toEqual([
    'University of Leeds',
    'University of Leeds',
  ])
})

it('lets a trainee who makes the group be in it from the first day', async () => {
  const asha = await house.person('Asha')
  const { slug } = await createGroup(house.as(asha), course({ iTrainHere: 'yes' }))
  const page = await groupPage(house.as(asha), { slug })
  expect(page.mine).toMatchObject([{ startedOn: '2024-09-02', finishedOn: '2025-06-27', outcome: null }])
  expect(page.people.map(({ name, isMe }) => [name, isMe])).toEqual([['Asha', true]])
})

it('names the academic year by its autumn, and an address even to a name without Latin letters', async () => {
  const priya = await house.person('Priya')
  const spring = course({ name: '教育', startedOn: '2025-01-06', finishedOn: '2025-07-31' })
  expect((await createGroup(house.as(priya), spring)).slug).toBe('group-2024')
})

it('refuses a course that ends before it starts, beside the field to mend', async () => {
  const priya = await house.person('Priya')
  await expect(createGroup(house.as(priya), course({ finishedOn: '2024-09-01' }))).rejects.toMatchObject({
    code: 'bad_input',
    field: 'finishedOn',
  })
})

it('is not found by anybody who is not in it, in the words for a group that is not there', async () => {
  const [priya, dan] = [await house.person('Priya'), await house.person('Dan')]
  const { slug } = await createGroup(house.as(priya), course())
  const refusal = (of: string) =>
    groupPage(house.as(dan), { slug: of }).catch((error) => [error.code, error.message])
  expect(await refusal(slug)).toEqual(await refusal('no-such-group'))
})

it('stops at ten groups in a day', async () => {
  const priya = await house.person('Priya')
  for (let nth = 0; nth < 10; nth += 1) await createGroup(house.as(priya), course())
  await expect(createGroup(house.as(priya), course())).rejects.toMatchObject({ code: 'too_many' })
})
