import { audiences, eq, profiles } from '@wirearchy/db'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addHours, mayAsk } from './index.ts'
import { type AnaAndOthers, anaAndOthers, offers, wanted } from './testing.ts'

let house: AnaAndOthers['house']
let suggested: AnaAndOthers['suggested']
let [ana, ben, sian, gareth, zoe] = ['', '', '', '', '']
beforeEach(async () => {
  ;({ house, suggested, ana, ben, sian, gareth, zoe } = await anaAndOthers())
})
afterEach(() => house.close())

const set = (personId: string, field: string, level: 'only_me' | 'groups' | 'members') =>
  house.store.tx((tx) => tx.insert(audiences).values({ personId, field, level }))
const says = (personId: string, subjects: string[], phase: string) =>
  house.store.tx((tx) => tx.update(profiles).set({ subjects, phase }).where(eq(profiles.personId, personId)))

it('says why: how you know them, what they help with, what you share and when they are free', async () => {
  await says(ana, ['Physics'], 'secondary')
  await offers(house, ben, {
    topics: ['planning', 'behaviour'],
    subjects: ['physics', 'Maths'],
    phases: ['secondary'],
    places: { call: 2 },
  })
  await addHours(house.as(ben), { weekday: 4, startMinute: 930, endMinute: 990, way: 'online' })
  expect(await suggested()).toEqual([
    {
      personId: ben,
      name: 'Ben',
      hasPage: true,
      ways: ['online'],
      note: null,
      why: [
        'trained together, Leeds PGCE Physics, 2024 to 2025',
        'helps with planning lessons',
        'same subject: physics',
        'same phase: secondary',
        'free on Thursdays',
        'a place free',
      ],
    },
  ])
})

it('finds a mentor through somebody whom both know, and names who is in between only when all let it be known', async () => {
  await offers(house, gareth)
  expect(await suggested()).toMatchObject([
    {
      name: 'Gareth',
      hasPage: false,
      why: ['you both know somebody', 'helps with planning lessons', 'a place free'],
    },
  ])
  await set(gareth, 'two_hops', 'groups')
  expect((await suggested())[0]?.why[0]).toBe('knows Siân, whom you know')
})

it('does not come through somebody who is never to be a link', async () => {
  await offers(house, gareth)
  await set(sian, 'named_as_link', 'only_me')
  expect(await suggested()).toEqual([])
})

it('suggests nobody who is neither in sight nor known to somebody you know', async () => {
  await offers(house, zoe)
  expect(await suggested()).toEqual([])
  expect(await mayAsk(house.store.read, house.as(ana), zoe, wanted())).toBe(false)
})
