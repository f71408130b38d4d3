import { addDays, type Day, dayAfter, daysBetween } from '@wirearchy/domain'
import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankHolidays } from './bank-holidays.ts'
import { easterOf } from './easter.ts'
import {
  addSchoolDays,
  halfTermsBetween,
  isHoliday,
  isSchoolDay,
  schoolDaysBetween,
  termOf,
} from './index.ts'
import type { Nation } from './nation.ts'
import { isWeekend } from './weekday.ts'

const NATIONS: Nation[] = ['england', 'wales', 'scotland', 'northern_ireland']
const schoolDaysFrom = (year: number, nation: Nation) =>
  schoolDaysBetween(`${year}-07-31`, `${year + 1}-07-31`, nation)
const anyDay = integer({ min: 0, max: 365 * 30 }).map((n) => addDays('2015-01-01', n))

describe('Easter', () => {
  it('is found for the earliest, the latest and ordinary years', () => {
    expect([1818, 1943, 2000, 2024, 2026, 2027, 2038].map(easterOf)).toEqual([
      ...['1818-03-22', '1943-04-25', '2000-04-23', '2024-03-31', '2026-04-05', '2027-03-28', '2038-04-25'],
    ])
  })
})

describe('bank holidays', () => {
  it('are those of England and Wales, with the Monday for a Boxing Day on a Saturday', () => {
    expect(bankHolidays('england', 2026)).toEqual([
      ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31'],
      ...['2026-12-25', '2026-12-28'],
    ])
    expect(bankHolidays('wales', 2022).filter((day) => day < '2022-02' || day > '2022-12')).toEqual([
      ...['2022-01-03', '2022-12-26', '2022-12-27'],
    ])
  })

  it('in Scotland have 2 January, St Andrew’s Day and an August of its own, but no Easter Monday', () => {
    expect(bankHolidays('scotland', 2023)).toEqual([
      ...['2023-01-02', '2023-01-03', '2023-04-07', '2023-05-01', '2023-05-29', '2023-08-07'],
      ...['2023-11-30', '2023-12-25', '2023-12-26'],
    ])
    expect(bankHolidays('scotland', 2022).slice(0, 2)).toEqual(['2022-01-03', '2022-01-04'])
  })

  it('in Northern Ireland have St Patrick’s Day and the Twelfth', () => {
    expect(bankHolidays('northern_ireland', 2027)).toEqual([
      ...['2027-01-01', '2027-03-17', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31'],
      ...['2027-07-12', '2027-08-30', '2027-12-27', '2027-12-28'],
    ])
  })
})

describe('a school year', () => {
  it('puts every day of sixteen years into term, holiday or weekend, and into one of them', () => {
    for (const nation of NATIONS)
      for (let day: Day = '2020-01-01'; day <= '2035-12-31'; day = dayAfter(day)) {
        const weekday = !isWeekend(day)
        const kinds = [isSchoolDay(day, nation), weekday && isHoliday(day, nation), !weekday]
        expect([day, kinds.filter(Boolean)]).toEqual([day, [true]])
      }
  })

  it.each(NATIONS)('has about 190 school days in %s, every year from 2015 to 2045', (nation) => {
    for (let year = 2015; year < 2045; year += 1) {
      const count = schoolDaysFrom(year, nation)
      expect([year, count >= 182, count <= 198]).toEqual([year, true, true])
    }
  })

  it('has six halves, in order and with weeks in each of them', () => {
    for (const nation of NATIONS)
      for (let year = 2015; year < 2045; year += 1) {
        const halves = halfTermsBetween(`${year}-07-31`, `${year + 1}-07-31`, nation)
        expect(halves.map(({ term, half }) => `${term} ${half}`)).toEqual([
          ...['autumn 1', 'autumn 2', 'spring 1', 'spring 2', 'summer 1', 'summer 2'],
        ])
        for (const { startedOn, finishedOn } of halves)
          expect(daysBetween(startedOn, finishedOn)).toBeGreaterThan(20)
      }
  })

  it('is the one that councils of England published for 2025/26, but for a day in July', () => {
    const halves = halfTermsBetween('2025-08-01', '2026-07-31', 'england')
    expect(halves.map(({ startedOn, finishedOn }) => `${startedOn} ${finishedOn}`)).toEqual([
      ...['2025-09-01 2025-10-24', '2025-11-03 2025-12-19', '2026-01-05 2026-02-13'],
      ...['2026-02-23 2026-03-27', '2026-04-13 2026-05-22', '2026-06-01 2026-07-21'],
    ])
  })

  it('in Northern Ireland keeps the days that its Department of Education published for 2025/26', () => {
    const closed = ['2025-10-30', '2025-10-31', '2025-12-22', '2026-01-02', '2026-02-12', '2026-02-13']
    const more = ['2026-03-17', '2026-04-02', '2026-04-10', '2026-05-04', '2026-05-25', '2026-07-01']
    expect([...closed, ...more].filter((day) => !isHoliday(day, 'northern_ireland'))).toEqual([])
    const open = ['2025-09-01', '2025-12-19', '2026-01-05', '2026-04-01', '2026-04-13', '2026-06-30']
    expect(open.filter((day) => !isSchoolDay(day, 'northern_ireland'))).toEqual([])
  })

  it('in Scotland begins in August and is over in June, while England still teaches', () => {
    expect(NATIONS.map((nation) => isSchoolDay('2026-08-20', nation))).toEqual([false, false, true, false])
    expect(NATIONS.map((nation) => isSchoolDay('2026-07-02', nation))).toEqual([true, true, false, false])
  })
})

describe('counting school days', () => {
  it('leaves out the weekend, half-term and Christmas', () => {
    expect(addSchoolDays('2026-11-06', 1, 'england')).toBe('2026-11-09')
    expect(addSchoolDays('2026-10-23', 1, 'england')).toBe('2026-11-02')
    expect(addSchoolDays('2026-12-17', 5, 'england')).toBe('2027-01-07')
    expect(addSchoolDays('2026-07-21', 1, 'england')).toBe('2026-09-01')
  })

  it('with none to go takes the day itself, or the next school day', () => {
    expect(['2026-11-06', '2026-11-07', '2026-12-25'].map((day) => addSchoolDays(day, 0, 'england'))).toEqual(
      [...['2026-11-06', '2026-11-09', '2027-01-04']],
    )
  })

  it('forwards and between two days agree, from any day and over years', () => {
    assert(
      property(anyDay, integer({ min: 1, max: 500 }), constantFrom(...NATIONS), (day, n, nation) => {
        const then = addSchoolDays(day, n, nation)
        expect(isSchoolDay(then, nation)).toBe(true)
        expect(schoolDaysBetween(day, then, nation)).toBe(n)
      }),
    )
  })

  it('between a day and an earlier one are none', () => {
    expect(schoolDaysBetween('2026-11-09', '2026-11-02', 'england')).toBe(0)
  })

  it('names the half term a day is in, and in a holiday the next', () => {
    expect(termOf('2026-11-24', 'england')).toMatchObject({ academicYear: 2026, term: 'autumn', half: 2 })
    expect(termOf('2026-12-25', 'england')).toMatchObject({ academicYear: 2026, term: 'spring', half: 1 })
    expect(termOf('2027-07-28', 'england')).toMatchObject({ academicYear: 2027, term: 'autumn', half: 1 })
  })

  it('takes a weekend inside a holiday as holiday, and one at its edge as a weekend', () => {
    expect(['2026-12-26', '2026-12-19', '2026-11-07'].map((day) => isHoliday(day, 'england'))).toEqual([
      ...[true, false, false],
    ])
  })

  it('of a thousand years away takes no memory and no time', () => {
    expect(schoolDaysFrom(3026, 'england')).toBeGreaterThan(180)
  })
})
