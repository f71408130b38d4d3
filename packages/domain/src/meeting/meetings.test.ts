import { meetings } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { londonTime } from '@wirearchy/domain/calendar'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accept, cancel, move, ofPair, one, sayHope, slots } from './index.ts'
import { MoveMeeting, Propose } from './input.ts'
import { type MeetingHouse, meetingHouse, readCalendar } from './testing.ts'

let house: MeetingHouse
beforeEach(async () => {
  house = await meetingHouse()
})
afterEach(() => house.close())

const at = (day: string, hour: number, minute = 0) => londonTime(day, hour * 60 + minute)
const TUESDAY = at('2026-11-24', 15, 30)
const pairOf = (who: string, mentorshipId = house.withAna) => ofPair(house.as(who), { mentorshipId })
const ref = (meetingId: string) => ({ mentorshipId: house.withAna, meetingId })
const moves = (who: string, meetingId: string, on: string, time: string) =>
  move(house.as(who), MoveMeeting.parse({ ...ref(meetingId), on, at: time, minutes: 30, way: 'online' }))

describe('a mentor’s hours', () => {
  it('are half hours of the coming five weeks, in London’s time and in order', async () => {
    const times = await house.times()
    expect(times.slice(0, 4)).toEqual([
      'Tuesday 10 November 2026, 3:30pm',
      'Tuesday 10 November 2026, 4pm',
      'Tuesday 10 November 2026, 4:30pm',
      'Thursday 12 November 2026, 3:30pm',
    ])
    expect(times).toHaveLength(30)
  })

  it('leave out what is nearer than the mentor needs to know', async () => {
    await house.notice(72)
    expect((await house.times())[0]).toBe('Thursday 12 November 2026, 3:30pm')
  })

  it('leave out every hour that is booked, by whomever, and have it back when it is called off', async () => {
    const meetingId = await house.books(TUESDAY)
    expect(await house.times(house.ben, house.withBen)).not.toContain('Tuesday 24 November 2026, 3:30pm')
    await cancel(house.as(house.ana), { ...ref(meetingId), reason: null })
    expect(await house.times(house.ben, house.withBen)).toContain('Tuesday 24 November 2026, 3:30pm')
  })

  it('say when schools are closed, and may be chosen all the same', async () => {
    house.clock('2026-12-07', 540)
    const all = await slots(house.as(house.ana), { mentorshipId: house.withAna })
    const closed = all.filter(({ isHoliday }) => isHoliday).map(({ day }) => day)
    expect([...new Set(closed)]).toEqual(['2026-12-22', '2026-12-24', '2026-12-29', '2026-12-31'])
    await expect(house.books(at('2026-12-22', 16))).resolves.toEqual(expect.any(String))
  })

  it('are nobody’s to choose from but the mentee’s', async () => {
    expect(await house.times(house.tom)).toEqual([])
    await expect(house.books(TUESDAY, house.tom)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(house.books(TUESDAY, house.ben)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('are never booked twice, however many try at once', async () => {
    const others = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        const id = await house.person(`Teacher ${n}`)
        return [id, await house.pair(id)] as const
      }),
    )
    const tries = await Promise.allSettled(others.map(([who, id]) => house.books(TUESDAY, who, id)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const tried of tries)
      if (tried.status === 'rejected') expect(tried.reason).toMatchObject({ code: 'conflict' })
  })
})

describe('a booked meeting', () => {
  it('reaches both calendars with one name for it, the right hour and a neutral title', async () => {
    const meetingId = await house.books(TUESDAY)
    const [toTom] = await house.letters(house.tom)
    const [toAna] = await house.letters(house.ana)
    expect([toTom?.subject, toAna?.subject]).toEqual([
      'Tuesday 24 November 3:30pm: mentoring with Ana',
      'Tuesday 24 November 3:30pm: mentoring with Tom',
    ])
    const event = {
      uid: `${meetingId}@localhost`,
      sequence: 0,
      startsAt: TUESDAY,
      endsAt: TUESDAY + 1_800_000,
    }
    expect(readCalendar(toTom?.calendar)).toEqual({
      method: 'REQUEST',
      events: [{ ...event, summary: 'Mentoring with Ana', status: 'CONFIRMED' }],
    })
    expect(readCalendar(toAna?.calendar).events).toMatchObject([{ ...event, summary: 'Mentoring with Tom' }])
    expect([await house.notices(house.tom), await house.notices(house.ana)]).toEqual([['meeting.booked'], []])
  })

  it.each([
    ['2027-03-20', '2027-03-28'],
    ['2027-10-23', '2027-10-31'],
  ])('stands at the hour that London’s clock shows, around the change after %s', async (today, sunday) => {
    house.clock(today, 540)
    await house.hours({ weekday: 6, startMinute: 600, endMinute: 630 })
    await house.hours({ weekday: 7, startMinute: 90, endMinute: 180 })
    const all = await slots(house.as(house.ana), { mentorshipId: house.withAna })
    const there = all.filter(({ day }) => day === sunday)
    for (const { startsAt } of there) await house.books(startsAt)
    const files = (await house.letters(house.ana)).map(({ calendar }) => readCalendar(calendar).events[0])
    expect(files.map((event) => event?.startsAt)).toEqual(there.map(({ startsAt }) => startsAt))
    expect(files.map((event) => (event?.endsAt ?? 0) - (event?.startsAt ?? 0))).toEqual(
      there.map(() => 1_800_000),
    )
    expect(new Set(there.map(({ startsAt }) => startsAt)).size).toBe(there.length)
    expect(there.at(-1)?.words).toContain('2:30am')
  })

  it('that moves keeps its name and raises its number, and the hour it left is free', async () => {
    const meetingId = await house.books(TUESDAY)
    await moves(house.tom, meetingId, '2026-11-26', '4.30pm')
    const event = readCalendar((await house.letters(house.ana)).at(-1)?.calendar).events[0]
    expect(event).toMatchObject({
      uid: `${meetingId}@localhost`,
      sequence: 1,
      startsAt: at('2026-11-26', 16, 30),
    })
    expect((await house.letters(house.ana)).at(-1)?.subject).toBe(
      'Moved to Thursday 26 November 4:30pm: mentoring with Tom',
    )
    await expect(house.books(TUESDAY, house.ben, house.withBen)).resolves.toEqual(expect.any(String))
    await expect(moves(house.ana, meetingId, '2026-11-24', '3:45pm')).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('that moves to where it is tells nobody', async () => {
    const meetingId = await house.books(TUESDAY)
    await moves(house.tom, meetingId, '2026-11-24', '15:30')
    expect(await house.letters(house.ana)).toHaveLength(1)
    expect(await house.meeting(meetingId)).toMatchObject({ sequence: 0 })
  })

  it('that is called off says so in both calendars, and the reason on the page alone', async () => {
    const meetingId = await house.books(TUESDAY)
    await cancel(house.as(house.ana), { ...ref(meetingId), reason: 'My class has a visitor' })
    const letter = (await house.letters(house.tom)).at(-1)
    expect(letter?.subject).toBe('Called off: Tuesday 24 November 3:30pm, mentoring with Ana')
    expect(readCalendar(letter?.calendar)).toMatchObject({
      method: 'CANCEL',
      events: [{ uid: `${meetingId}@localhost`, sequence: 1, status: 'CANCELLED' }],
    })
    expect((await one(house.as(house.tom), ref(meetingId))).meeting.reason).toBe('My class has a visitor')
    expect(await house.told()).not.toContain('visitor')
    await cancel(house.as(house.tom), { ...ref(meetingId), reason: null })
    expect(await house.letters(house.tom)).toHaveLength(2)
  })

  it('carries what the mentee hopes for to both, and to no letter', async () => {
    const meetingId = await house.books(TUESDAY)
    await sayHope(house.as(house.ana), { ...ref(meetingId), hopedFor: 'The back row in Year 9' })
    expect((await pairOf(house.tom)).next?.hopedFor).toBe('The back row in Year 9')
    expect(await house.notices(house.tom)).toEqual(['meeting.booked', 'meeting.hoped'])
    expect(await house.told()).not.toContain('Year 9')
    const mentors = sayHope(house.as(house.tom), { ...ref(meetingId), hopedFor: 'x' })
    await expect(mentors).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('is found by nobody but the two', async () => {
    const meetingId = await house.books(TUESDAY)
    await expect(one(house.as(house.ben), ref(meetingId))).rejects.toMatchObject({ code: 'not_found' })
    const elsewhere = { mentorshipId: house.withBen, meetingId }
    await expect(one(house.as(house.tom), elsewhere)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('offered times', () => {
  it('are for the other to choose from, and one of them is booked', async () => {
    await house.offers(house.tom, ['2026-11-17 8am', '2026-11-18 3:45pm', '2026-11-18 3:45pm'])
    const [offered] = (await pairOf(house.ana)).offered
    expect(offered?.times.map(({ when }) => when)).toEqual([
      'Tuesday 17 November 2026, 8am',
      'Wednesday 18 November 2026, 3:45pm',
    ])
    const choice = { ...ref(offered?.id ?? ''), timeId: offered?.times[1]?.id ?? '' }
    await expect(accept(house.as(house.tom), choice)).rejects.toMatchObject({ code: 'conflict' })
    await accept(house.as(house.ana), choice)
    expect((await pairOf(house.tom)).next?.when).toBe('Wednesday 18 November 2026, 3:45pm')
    await expect(accept(house.as(house.ana), choice)).rejects.toMatchObject({ code: 'conflict' })
    expect((await house.letters(house.tom)).map(({ kind }) => kind)).toEqual(['meeting_booked'])
  })

  it('that are over cannot be offered, nor those that nobody can read', async () => {
    await expect(house.offers(house.tom, ['2026-11-08 8am'])).rejects.toMatchObject({
      code: 'bad_input',
      field: 'first.at',
    })
    expect(() => house.offers(house.tom, ['2026-11-18 teatime'])).toThrow('such as 3:45pm')
    const { error } = Propose.safeParse({ mentorshipId: house.withAna, minutes: 30, way: 'phone' })
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['first.on', 'first.at'])
  })

  it('that do not suit are turned down, and whoever offered them hears of it', async () => {
    const { meetingId } = await house.offers(house.tom, ['2026-11-18 3:45pm'])
    await cancel(house.as(house.ana), { ...ref(meetingId), reason: null })
    expect(await house.notices(house.tom)).toEqual(['meeting.declined'])
    expect((await pairOf(house.ana)).offered).toEqual([])
  })

  it('never book an hour of the mentor’s that is taken meanwhile', async () => {
    await house.offers(house.tom, ['2026-11-24 3:45pm'])
    await house.books(TUESDAY, house.ben, house.withBen)
    const [offered] = (await pairOf(house.ana)).offered
    const choice = { ...ref(offered?.id ?? ''), timeId: offered?.times[0]?.id ?? '' }
    await expect(accept(house.as(house.ana), choice)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('show to both however often the two have met before', async () => {
    const met = (n: number) => ({
      ...{ id: newId(n), mentorshipId: house.withAna, way: 'online' as const, proposedBy: 'mentor' as const },
      ...{ startsAt: n * 3_600_000, endsAt: n * 3_600_000 + 1, state: 'happened' as const },
      ...{ createdAt: 1, updatedAt: 1 },
    })
    await house.store.tx((tx) => tx.insert(meetings).values(Array.from({ length: 70 }, (_, n) => met(n + 1))))
    const { meetingId } = await house.offers(house.tom, ['2026-11-18 3:45pm'])
    for (const who of [house.tom, house.ana])
      expect((await pairOf(who)).offered.map(({ id }) => id)).toEqual([meetingId])
  })
})
