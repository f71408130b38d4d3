import { dayOf } from '@wirearchy/domain'
import { assert, boolean, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isHoliday,
  isQuiet,
  londonTime,
  minuteOf,
  momentWords,
  type Nation,
  nextLoud,
  timeWords,
  USUAL_QUIET,
} from './index.ts'

const iso = (instant: number) => new Date(instant).toISOString()
const at = (day: string, hour: number, minute = 0) => londonTime(day, hour * 60 + minute)
const NATIONS: Nation[] = ['england', 'wales', 'scotland', 'northern_ireland']

describe('London time', () => {
  it('is Greenwich in winter and an hour ahead in summer', () => {
    expect([iso(at('2026-11-24', 15, 45)), iso(at('2026-06-24', 15, 45))]).toEqual([
      '2026-11-24T15:45:00.000Z',
      '2026-06-24T14:45:00.000Z',
    ])
  })

  it('that the spring change skips comes an hour later', () => {
    expect(iso(at('2027-03-28', 1, 30))).toBe('2027-03-28T01:30:00.000Z')
    expect(timeWords(at('2027-03-28', 1, 30))).toBe('2:30am')
    expect(iso(at('2027-03-28', 2, 0))).toBe('2027-03-28T01:00:00.000Z')
  })

  it('that the autumn change gives twice is the first of the two', () => {
    expect(iso(at('2027-10-31', 1, 30))).toBe('2027-10-31T00:30:00.000Z')
    expect(timeWords(at('2027-10-31', 1, 30) + 3_600_000)).toBe('1:30am')
    expect(iso(at('2027-10-31', 2, 0))).toBe('2027-10-31T02:00:00.000Z')
  })

  it('goes there and back for every minute that the clock shows', () => {
    const minutes = integer({ min: 0, max: 1439 })
    const days = constantFrom(
      '2027-01-04',
      '2027-03-27',
      '2027-03-29',
      '2027-07-05',
      '2027-10-31',
      '2027-11-01',
    )
    assert(
      property(days, minutes, (day, minute) => {
        const instant = londonTime(day, minute)
        expect([dayOf(instant), minuteOf(instant)]).toEqual([day, minute])
      }),
    )
  })

  it('reads as people say it', () => {
    expect([0, 9, 12, 15.75, 23.5].map((hour) => timeWords(londonTime('2026-11-24', hour * 60)))).toEqual([
      ...['midnight', '9am', 'midday', '3:45pm', '11:30pm'],
    ])
    expect(momentWords(at('2026-11-24', 15, 45))).toBe('Tuesday 24 November 2026, 3:45pm')
  })
})

describe('quiet hours', () => {
  it('begin at six in the evening and end at seven in the morning', () => {
    const times = [
      at('2026-11-24', 17, 59),
      at('2026-11-24', 18),
      at('2026-11-25', 6, 59),
      at('2026-11-25', 7),
    ]
    expect(times.map((instant) => isQuiet(USUAL_QUIET, instant, 'england'))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('from Friday evening last until seven on the next school day, after half-term if it is half-term', () => {
    expect(nextLoud(USUAL_QUIET, at('2026-11-20', 18, 1), 'england')).toBe(at('2026-11-23', 7))
    expect(nextLoud(USUAL_QUIET, at('2026-10-23', 18, 1), 'england')).toBe(at('2026-11-02', 7))
    expect(nextLoud(USUAL_QUIET, at('2026-10-23', 18, 1), 'scotland')).toBe(at('2026-10-26', 7))
    expect(nextLoud(USUAL_QUIET, at('2026-07-01', 12), 'northern_ireland')).toBe(at('2026-09-01', 7))
  })

  it('end at seven by London’s clock on both sides of the clock changes', () => {
    expect(iso(nextLoud({ ...USUAL_QUIET, weekends: false }, at('2027-10-30', 22), 'scotland'))).toBe(
      '2027-10-31T07:00:00.000Z',
    )
    expect(iso(nextLoud({ ...USUAL_QUIET, weekends: false }, at('2026-03-28', 22), 'scotland'))).toBe(
      '2026-03-29T06:00:00.000Z',
    )
  })

  it('that are switched off are never quiet, and without days off only the evenings are', () => {
    expect(isQuiet({ ...USUAL_QUIET, isOn: false }, at('2026-12-25', 3), 'england')).toBe(false)
    const evenings = { ...USUAL_QUIET, weekends: false, holidays: false }
    expect([10, 20].map((hour) => isQuiet(evenings, at('2026-12-26', hour), 'england'))).toEqual([
      false,
      true,
    ])
  })

  it('whatever they are, end at a time that is not quiet and not past, with no free minute before it', () => {
    const quiet = record({
      ...{ isOn: boolean(), weekends: boolean(), holidays: boolean() },
      startMinute: integer({ min: 0, max: 1439 }),
      endMinute: integer({ min: 0, max: 1439 }),
    })
    const minutes = integer({ min: 0, max: 366 * 1440 })
    assert(
      property(quiet, minutes, constantFrom(...NATIONS), (chosen, minute, nation) => {
        const now = Date.parse('2027-01-01T00:00:00Z') + minute * 60_000
        const then = nextLoud(chosen, now, nation)
        expect(then >= now && !isQuiet(chosen, then, nation)).toBe(true)
        const before = Array.from({ length: 1440 }, (_, n) => then - (n + 1) * 60_000)
        expect(before.filter((at) => at >= now && !isQuiet(chosen, at, nation))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('of the holidays are those of the nation', () => {
    expect(NATIONS.map((nation) => isHoliday('2026-08-20', nation))).toEqual([true, true, false, true])
  })
})
