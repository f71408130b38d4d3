import { londonTime } from '@wirearchy/domain/calendar'
import { expect, it } from 'vitest'
import { short } from './letter-text.ts'

it('names the day of the week of a meeting within six days, and the date of one further off', () => {
  const now = londonTime('2026-11-24', 600)
  expect(short({ now, startsAt: londonTime('2026-11-26', 960) })).toBe('Thursday 4pm')
  expect(short({ now, startsAt: londonTime('2026-12-01', 960) })).toBe('Tuesday 1 December 4pm')
})
