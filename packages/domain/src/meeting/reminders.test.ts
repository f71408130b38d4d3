import { quietHours } from '@wirearchy/db'
import { londonTime } from '@wirearchy/domain/calendar'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cancel, move, remind, sayHope } from './index.ts'
import { MoveMeeting } from './input.ts'
import { type MeetingHouse, meetingHouse } from './testing.ts'

let house: MeetingHouse
beforeEach(async () => {
  house = await meetingHouse()
})
afterEach(() => house.close())

const TUESDAY = londonTime('2026-11-24', 930)
const ref = (meetingId: string) => ({ mentorshipId: house.withAna, meetingId })
const sentTo = (name: string) =>
  house.inbox.filter(({ to }) => to === `${name}@home.example`).map(({ subject }) => subject)

it('come a day before, on the morning with a question for the mentee, an hour before, and when it is over', async () => {
  await house.books(TUESDAY)
  await house.until('2026-11-24', 1100)
  expect(sentTo('ana')).toEqual([
    'Tuesday 24 November 3:30pm: mentoring with Tom',
    'Tuesday 3:30pm: mentoring with Tom',
    'Today 3:30pm: what would help?',
    'In an hour: mentoring with Tom, 3:30pm',
    'Did you and Tom meet?',
  ])
  expect(sentTo('tom')).toEqual([
    'Tuesday 24 November 3:30pm: mentoring with Ana',
    'Tuesday 3:30pm: mentoring with Ana',
    'In an hour: mentoring with Ana, 3:30pm',
    'Did you and Ana meet?',
  ])
  expect(await house.notices(house.tom)).toEqual([
    ...['meeting.booked', 'meeting.tomorrow', 'meeting.soon', 'meeting.over'],
  ])
})

it('follow a meeting that moves, and are silent about one that is off', async () => {
  const meetingId = await house.books(TUESDAY)
  const to = { on: '2026-11-26', at: '4pm', minutes: 30, way: 'online' }
  await move(house.as(house.tom), MoveMeeting.parse({ ...ref(meetingId), ...to }))
  await house.until('2026-11-24', 1100)
  expect((await house.notices(house.ana)).filter((kind) => kind !== 'meeting.moved')).toEqual([])
  await house.until('2026-11-25', 970)
  expect(await house.notices(house.ana)).toContain('meeting.tomorrow')
  await cancel(house.as(house.ana), { ...ref(meetingId), reason: null })
  const before = (await house.notices(house.ana)).length
  await house.until('2026-11-26', 1100)
  expect(await house.notices(house.ana)).toHaveLength(before)
})

it('do not ask on the morning what the mentee has said already', async () => {
  const meetingId = await house.books(TUESDAY)
  await sayHope(house.as(house.ana), { ...ref(meetingId), hopedFor: 'Parents’ evening' })
  await house.until('2026-11-24', 1100)
  expect(await house.notices(house.ana)).not.toContain('meeting.today')
})

it('are on the page alone where quiet hours would keep the letter until it is too late', async () => {
  await house.hours({ weekday: 7, startMinute: 600, endMinute: 630 })
  await house.books(londonTime('2026-11-29', 600))
  await house.until('2026-11-29', 700)
  expect(sentTo('ana')).toEqual(['Sunday 29 November 10am: mentoring with Tom'])
  expect(await house.notices(house.ana)).toEqual([
    ...['meeting.tomorrow', 'meeting.today', 'meeting.soon', 'meeting.over'],
  ])
})

it('come by letter on a Sunday to somebody whose weekends are not quiet', async () => {
  await house.store.tx((tx) => tx.insert(quietHours).values({ personId: house.ana, weekends: false }))
  await house.hours({ weekday: 7, startMinute: 600, endMinute: 630 })
  await house.books(londonTime('2026-11-29', 600))
  await house.until('2026-11-29', 700)
  expect(sentTo('ana')).toContain('In an hour: mentoring with Tom, 10am')
  expect(sentTo('tom')).toHaveLength(1)
})

it('that were due while nobody was there to send them are not sent late', async () => {
  await house.books(TUESDAY)
  await house.work()
  house.clock('2026-11-25', 540)
  await house.work()
  expect(await house.notices(house.ana)).toEqual(['meeting.over'])
})

it('come once, though the same job is done twice', async () => {
  const meetingId = await house.books(TUESDAY)
  house.clock('2026-11-23', 935)
  const job = { payload: { meetingId, sequence: 0, which: 'tomorrow' } }
  await remind(house.ctx(), job)
  await remind(house.ctx(), job)
  expect(await house.notices(house.ana)).toEqual(['meeting.tomorrow'])
})
