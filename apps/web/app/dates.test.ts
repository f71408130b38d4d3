import { expect, it } from 'vitest'
import { longDay, stretch, ukDay, ukTime, ukWeekDay, yearsOf } from './dates.ts'

it('writes days and stretches the way schools do', () => {
  expect(longDay('2026-11-24')).toBe('24 November 2026')
  expect(stretch('2024-09-01', '2025-07-18')).toBe('September 2024 to July 2025')
  expect(stretch('2026-09-01')).toBe('since September 2026')
  expect(stretch('2026-09-01', '2026-09-20')).toBe('September 2026')
  expect(yearsOf('2024-09-01', '2025-07-18')).toBe('2024 to 2025')
  expect(yearsOf('2026-01-01', '2026-07-18')).toBe('2026')
})

it('tells moments in UK time, summer and winter', () => {
  expect(ukTime(Date.UTC(2026, 10, 24, 15, 45))).toBe('3:45pm')
  expect(ukTime(Date.UTC(2026, 6, 1, 8, 0))).toBe('9am')
  expect(ukTime(Date.UTC(2026, 6, 1, 11, 0))).toBe('12pm')
  expect(ukTime(Date.UTC(2026, 0, 1, 0, 5))).toBe('12:05am')
  expect(ukDay(Date.UTC(2026, 6, 1, 23, 30))).toBe('2 July 2026')
  expect(ukWeekDay(Date.UTC(2026, 6, 1, 23, 30))).toBe('Thursday 2 July 2026')
})
