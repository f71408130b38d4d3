import { londonTime } from '@wirearchy/domain/calendar'
import { choosePaces } from '@wirearchy/domain/notice'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accept, answerCheckIn, cancel, move, ofPair, sayHeld } from './index.ts'
import { AnswerCheckIn, MoveMeeting } from './input.ts'
import { type MeetingHouse, meetingHouse, readCalendar } from './testing.ts'

let house: MeetingHouse
/** A Monday. */
beforeEach(async () => {
  house = await meetingHouse('2026-11-09')
})
afterEach(() => house.close())

const TUESDAY = londonTime('2026-11-24', 930)
const ref = (meetingId: string) => ({ mentorshipId: house.withAna, meetingId })
const moves = (meetingId: string, on: string, at: string) =>
  move(house.as(house.tom), MoveMeeting.parse({ ...ref(meetingId), on, at, minutes: 30, way: 'online' }))
const cancels = (meetingId: string) => cancel(house.as(house.ana), { ...ref(meetingId), reason: null })
const toTom = () => house.inbox.filter(({ to }) => to === 'tom@home.example')
const subjects = () => toTom().map(({ subject }) => subject)

describe('a bundle', () => {
  it('brings the calendar file of each meeting as it stands by then, and none of what it was before', async () => {
    await choosePaces(house.as(house.tom), { meetings: 'daily' })
    const [moved, booked] = [await house.books(TUESDAY), await house.books(TUESDAY + 1_800_000)]
    const off = await house.books(londonTime('2026-11-26', 930))
    await house.work()
    await moves(moved, '2026-11-26', '4.30pm')
    await cancels(off)
    await house.until('2026-11-10', 720)
    expect(subjects()).toEqual(['Your Tuesday post: 3 things'])
    const files = (toTom()[0]?.calendars ?? []).map((file) => readCalendar(file))
    const told = files.map(({ method, events: [event] }) => `${method} ${event?.uid} ${event?.sequence}`)
    expect(told.sort()).toEqual(
      [`REQUEST ${booked}@localhost 0`, `REQUEST ${moved}@localhost 1`, `CANCEL ${off}@localhost 1`].sort(),
    )
    expect(toTom()[0]?.text).toContain('For your calendar: open what is attached.')
    expect(toTom()[0]?.text.match(/^\* /gm)).toHaveLength(3)
  })

  it('does not book again in a calendar what a letter of today has called off', async () => {
    await choosePaces(house.as(house.tom), { meetings: 'weekly' })
    house.clock('2026-11-10', 540)
    const meetingId = await house.books(londonTime('2026-11-12', 930))
    await house.until('2026-11-12', 540)
    await cancels(meetingId)
    await house.until('2026-11-17', 720)
    expect(subjects()).toEqual(['Called off: Thursday 3:30pm, mentoring with Ana'])
  })
})

describe('a letter that waits for the morning', () => {
  it('reminds of nothing that was moved or called off in the night', async () => {
    await house.hours({ weekday: 3, startMinute: 1140, endMinute: 1200 })
    const [moved, off] = [
      await house.books(londonTime('2026-11-25', 1140)),
      await house.books(londonTime('2026-11-25', 1170)),
    ]
    await house.until('2026-11-24', 1300)
    house.inbox.length = 0
    await moves(moved, '2026-11-26', '4pm')
    await cancels(off)
    await house.until('2026-11-25', 430)
    expect(subjects().sort()).toEqual([
      'Called off: Wednesday 7:30pm, mentoring with Ana',
      'Moved to Thursday 4pm: mentoring with Ana',
    ])
  })

  it('offers no times that were chosen from, and says how a meeting stands, once', async () => {
    house.clock('2026-11-13', 1200)
    await house.offers(house.ana, ['2026-11-18 3:45pm'])
    await house.work()
    const [offered] = (await ofPair(house.as(house.tom), { mentorshipId: house.withAna })).offered
    const meetingId = offered?.id ?? ''
    await accept(house.as(house.tom), { ...ref(meetingId), timeId: offered?.times[0]?.id ?? '' })
    await moves(meetingId, '2026-11-19', '4pm')
    await house.until('2026-11-16', 720)
    expect(subjects()).toEqual(['Moved to Thursday 4pm: mentoring with Ana'])
  })

  it('asks nobody whether they met who has said so in the evening', async () => {
    await house.hours({ weekday: 3, startMinute: 1140, endMinute: 1170 })
    const meetingId = await house.books(londonTime('2026-11-25', 1140))
    await house.until('2026-11-25', 1200)
    house.inbox.length = 0
    await sayHeld(house.as(house.tom), { ...ref(meetingId), said: 'yes' })
    await house.until('2026-11-26', 720)
    expect(house.inbox.map(({ to, subject }) => [to, subject])).toEqual([
      ['ana@home.example', 'Did you and Tom meet?'],
    ])
  })

  it('asks nobody how it goes who has said so before the bundle went', async () => {
    house.clock('2026-11-30', 60)
    await house.daily()
    const asked = (await house.checkIns()).filter((one) => one.mentorshipId === house.withAna)
    await house.work()
    const mine = asked.find(({ by }) => by === 'mentee')?.id
    const taps = { useful: 3, often: 2, going: 1, wants: 'nothing' }
    const answer = { mentorshipId: house.withAna, checkInId: mine, ...taps }
    await answerCheckIn(house.as(house.ana), AnswerCheckIn.parse(answer))
    await house.until('2026-11-30', 720)
    const readers = house.inbox.map(({ to }) => to)
    expect(readers).toContain('tom@home.example')
    expect(readers).toContain('ben@home.example')
    expect(readers).not.toContain('ana@home.example')
  })
})
