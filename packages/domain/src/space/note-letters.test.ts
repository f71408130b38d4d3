import { readNotices } from '@wirearchy/domain/job'
import { type MeetingHouse, meetingHouse } from '@wirearchy/domain/meeting/testing'
import { block } from '@wirearchy/domain/safety'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addNote } from './index.ts'

let house: MeetingHouse
/** A Friday. */
beforeEach(async () => {
  house = await meetingHouse('2026-11-13')
})
afterEach(() => house.close())

const write = (text: string, audience: 'both' | 'only_me' = 'both') =>
  addNote(house.as(house.ana), { mentorshipId: house.withAna, text, audience })
const untilMonday = () => house.until('2026-11-16', 720)

it('notes for both come to the other in a bundle, without a word of them; a private one never', async () => {
  await write('We spoke about Year 9')
  await write('I am so tired', 'only_me')
  await write('And about rest')
  await untilMonday()
  expect(house.inbox.map(({ to, subject }) => [to, subject])).toEqual([
    ['tom@home.example', '2 new notes since Friday'],
  ])
  expect(house.inbox[0]?.text).toContain(`/mentoring/${house.withAna}#notes`)
  expect(await house.told()).not.toMatch(/Year 9|tired|rest/)
})

it('a note that was seen on the page before the bundle went is in no letter', async () => {
  await write('We spoke about Year 9')
  await house.work()
  await readNotices(house.as(house.tom))
  await untilMonday()
  expect(house.inbox).toEqual([])
})

it('no letter tells of a note across a block', async () => {
  await write('We spoke about Year 9')
  await house.work()
  await block(house.as(house.tom), { personId: house.ana })
  await untilMonday()
  expect(house.inbox).toEqual([])
})
