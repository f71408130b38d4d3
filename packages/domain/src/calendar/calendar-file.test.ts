import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, calendarFile, londonTime } from './index.ts'

const HOUR = 3_600_000
const options = {
  method: 'REQUEST',
  origin: 'https://wirearchy.example',
  now: Date.parse('2027-03-01T09:00:00Z'),
} as const
const event = (startsAt: number, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ id: '0192', sequence: 0, startsAt, endsAt: startsAt + HOUR, isCancelled: false },
  ...{ summary: 'Mentoring with Tom', ...more },
})
const read = (text: string) => {
  const file = new ICAL.Component(ICAL.parse(text))
  return { file, events: file.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) }
}

describe('a calendar file', () => {
  it('says the same instants to another reader, around both clock changes', () => {
    const days = ['2027-03-27', '2027-03-28', '2027-03-29', '2027-10-30', '2027-10-31', '2027-11-01']
    const starts = days.flatMap((day) => [londonTime(day, 60), londonTime(day, 90), londonTime(day, 945)])
    const { events } = read(
      calendarFile(
        starts.map((at) => event(at)),
        options,
      ),
    )
    expect(events.map((one) => one.startDate.toJSDate().getTime())).toEqual(starts)
    expect(events.map((one) => one.endDate.toJSDate().getTime())).toEqual(starts.map((at) => at + HOUR))
    expect(events.every((one) => one.startDate.zone === ICAL.Timezone.utcTimezone)).toBe(true)
  })

  it('that crosses the hour the autumn gives twice is as long as the meeting', () => {
    const { events } = read(calendarFile([event(londonTime('2027-10-31', 90))], options))
    expect(events[0]?.duration.toSeconds()).toBe(3600)
  })

  it('keeps one name for the meeting while its number rises, and says when it is called off', () => {
    const at = londonTime('2027-03-29', 945)
    const first = read(calendarFile([event(at)], options)).events[0]
    const last = read(
      calendarFile([event(at + HOUR, { sequence: 2, isCancelled: true })], { ...options, method: 'CANCEL' }),
    )
    expect([first?.uid, last.events[0]?.uid]).toEqual(['0192@wirearchy.example', '0192@wirearchy.example'])
    expect([first?.sequence, last.events[0]?.sequence]).toEqual([0, 2])
    const status = (one?: InstanceType<typeof ICAL.Event>) => one?.component.getFirstPropertyValue('status')
    expect([status(first), status(last.events[0])]).toEqual(['CONFIRMED', 'CANCELLED'])
    expect(last.file.getFirstPropertyValue('method')).toBe('CANCEL')
  })

  it('is the same, byte for byte, when written again', () => {
    const made = () => calendarFile([event(londonTime('2027-03-29', 945))], options)
    expect(made()).toBe(made())
    expect(made()).toContain('DTSTAMP:20270301T090000Z')
  })

  it('folds long and foreign words by bytes, and another reader finds them whole', () => {
    const place = `Zoë’s room, ${'łódź '.repeat(40)}; by the “old” gate, 2nd floor`
    const text = calendarFile([event(options.now, { place })], options)
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(read(text).events[0]?.location).toBe(place)
  })

  it('of nothing is a calendar still, with a name', () => {
    const { file, events } = read(calendarFile([], { ...options, method: 'PUBLISH', name: 'Mentoring' }))
    expect([events, file.getFirstPropertyValue('x-wr-calname')]).toEqual([[], 'Mentoring'])
  })

  it('invites its reader by their own address, as somebody who has said yes', () => {
    const text = calendarFile([event(options.now)], { ...options, reader: 'ana@home.example' })
    const attendee = read(text).events[0]?.attendees[0]
    expect(attendee?.getFirstValue()).toBe('MAILTO:ana@home.example')
    expect(attendee?.getParameter('partstat')).toBe('ACCEPTED')
  })
})
