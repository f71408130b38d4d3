import { expect, it } from 'vitest'
import { dayAsked } from './as-of.ts'

const today = '2026-11-22'

it('takes today and every earlier day back to 1900, and today when no day is said', () => {
  expect(dayAsked({ today })).toBe(today)
  expect(dayAsked({ today }, today)).toBe(today)
  expect(dayAsked({ today }, '1900-01-01')).toBe('1900-01-01')
})

it('says what to enter instead of a day to come or of one before 1900', () => {
  expect(() => dayAsked({ today }, '2026-11-23')).toThrow(/still to come. Enter today or an earlier day/)
  expect(() => dayAsked({ today }, '1899-12-31')).toThrow(/from 1 January 1900 on/)
  try {
    dayAsked({ today }, '2026-11-23')
  } catch (error) {
    expect(error).toMatchObject({ code: 'bad_input', field: 'asOf' })
  }
})
