import { expect, it } from 'vitest'
import { addDays, covers, dayOf, daysBetween, isDay, overlapOf, overlaps } from './day.ts'

it('takes the day from London: in summer an hour ahead of Greenwich, on the nights the clocks change too', () => {
  expect(
    [
      ...['2026-03-28T23:59:59Z', '2026-03-29T00:59:59Z', '2026-03-29T22:59:59Z', '2026-03-29T23:00:00Z'],
      ...['2026-10-24T23:30:00Z', '2026-10-25T23:30:00Z', '2028-02-28T23:59:59Z', '2028-02-29T23:59:59Z'],
    ].map((instant) => dayOf(Date.parse(instant))),
  ).toEqual([
    ...['2026-03-28', '2026-03-29', '2026-03-29', '2026-03-30'],
    ...['2026-10-25', '2026-10-25', '2028-02-28', '2028-02-29'],
  ])
})

it('counts days over the nights the clocks change, a leap day and a year’s end', () => {
  expect(['2026-03-28', '2026-10-24', '2028-02-28', '2026-12-31'].map((day) => addDays(day, 1))).toEqual([
    ...['2026-03-29', '2026-10-25', '2028-02-29', '2027-01-01'],
  ])
  expect([daysBetween('2026-03-28', '2026-03-30'), daysBetween('2028-03-01', '2028-02-28')]).toEqual([2, -2])
  expect(['2028-02-29', '2026-02-29', '2026-02-30', '2026-2-3'].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
  ])
})

it('overlaps on the one day where a span begins as another ends, and not a day later', () => {
  const autumn = { startedOn: '2026-09-01', finishedOn: '2026-12-18' }
  const from = (startedOn: string) => ({ startedOn, finishedOn: null })
  expect(overlaps(autumn, from('2026-12-18'))).toBe(true)
  expect(overlaps(from('2026-12-18'), autumn)).toBe(true)
  expect(overlaps(autumn, from('2026-12-19'))).toBe(false)
  expect(overlaps({ startedOn: '2026-01-01', finishedOn: '2026-09-01' }, autumn)).toBe(true)
  expect(overlaps({ startedOn: '2026-01-01', finishedOn: '2026-08-31' }, autumn)).toBe(false)
  expect(overlapOf(autumn, from('2026-12-18'))).toEqual({ startedOn: '2026-12-18', finishedOn: '2026-12-18' })
  expect([covers(autumn, '2026-12-18'), covers(autumn, '2026-12-19')]).toEqual([true, false])
})
