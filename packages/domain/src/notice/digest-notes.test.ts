import { afterEach, beforeEach, expect, it } from 'vitest'
import { choosePaces } from './index.ts'
import { postHouse } from './testing.ts'

let house: ReturnType<typeof postHouse>
let ana = ''
/** A Friday. */
beforeEach(async () => {
  house = postHouse('2026-11-13')
  ana = await house.member('Ana')
})
afterEach(() => house.close())

const note = (more = {}) => house.write(ana, 'note_shared', { line: 'Tom shared a note with you.', ...more })
const got = () => house.inbox.map(({ subject }) => subject)

it('a bundle of notes alone says how many there are, and since when', async () => {
  await note()
  await note()
  await house.until('2026-11-16', 720)
  expect(got()).toEqual(['2 new notes since Friday'])
})

it('counts from the day when the first was written, be it today or longer ago than a week', async () => {
  await choosePaces(house.as(ana), { reminders: 'weekly' })
  house.clock('2026-11-16', 480)
  for (const _ of [1, 2, 3]) await note()
  await house.until('2026-11-23', 720)
  house.clock('2026-11-24', 400)
  await choosePaces(house.as(ana), { reminders: 'daily' })
  for (const _ of [1, 2]) await note()
  await house.until('2026-11-24', 720)
  expect(got()).toEqual(['3 new notes since 16 November', '2 new notes today'])
})

it('with one note, or with something else, is called what it is', async () => {
  await note()
  await house.until('2026-11-16', 720)
  await note()
  await house.write(ana, 'moved')
  await house.until('2026-11-17', 720)
  expect(got()).toEqual(['Tom shared a note with you.', 'Your Tuesday post: 2 things'])
})
