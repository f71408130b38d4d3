import { describe, expect, it } from 'vitest'
import { type DateParts, dateParts, readDate } from './date-parts.ts'

const iso = (parts: DateParts) => {
  const read = readDate(parts)
  return read.kind === 'day' ? read.iso : read
}
const inOne = (day: string) => iso({ day })

describe('a day, as people write it', () => {
  it.each([
    [{ day: '1', month: '9', year: '27' }],
    [{ day: '01', month: '09', year: '2027' }],
    [{ day: '1', month: 'Sept', year: '2027' }],
    [{ day: '1st', month: 'september', year: '27' }],
    [{ day: ' 1 ', month: ' SEP. ', year: ' 2027 ' }],
  ])('reads %j as 1 September 2027', (parts) => {
    expect(iso(parts)).toBe('2027-09-01')
  })

  it.each(['1/9/27', '01 09 2027', '1 Sept 2027', '1.9.2027', '1-9-27', '2027-09-01', '1st September 2027'])(
    'reads %s in the first box as 1 September 2027',
    (text) => {
      expect(inOne(text)).toBe('2027-09-01')
    },
  )

  it('takes years of two digits as the nearest century would', () => {
    expect(inOne('1 9 69')).toBe('2069-09-01')
    expect(inOne('1 9 85')).toBe('1985-09-01')
  })

  it('knows leap years', () => {
    expect(inOne('29 2 2028')).toBe('2028-02-29')
    expect(readDate({ day: '29', month: '2', year: '2027' })).toEqual({
      kind: 'wrong',
      part: 'day',
      sentence: 'February 2027 has 28 days. Check the day.',
    })
  })

  it('is nothing when nothing is written', () => {
    expect(readDate({ day: ' ', month: '', year: '' })).toEqual({ kind: 'empty' })
    expect(readDate({})).toEqual({ kind: 'empty' })
  })
})

describe('a day with a slip', () => {
  it.each([
    [{ day: '31', month: '2', year: '2027' }, 'day', 'February 2027 has 28 days. Check the day.'],
    [{ day: '31', month: 'June', year: '27' }, 'day', 'June 2027 has 30 days. Check the day.'],
    [{ day: '32', month: '1', year: '2027' }, 'day', 'Days go from 1 to 31. Check the day.'],
    [{ day: '0', month: '1', year: '2027' }, 'day', 'Days go from 1 to 31. Check the day.'],
    [{ day: 'first', month: '1', year: '2027' }, 'day', 'Write the day as a number, for example 1.'],
    [{ month: '9', year: '2027' }, 'day', 'Add the day, for example 1.'],
    [{ day: '1', year: '2027' }, 'month', 'Add the month, for example 9 or September.'],
    [
      { day: '1', month: '13', year: '2027' },
      'month',
      'Write the month as a number from 1 to 12, or its name.',
    ],
    [
      { day: '1', month: 'Ju', year: '2027' },
      'month',
      'Write the month as a number from 1 to 12, or its name.',
    ],
    [{ day: '1', month: '9' }, 'year', 'Add the year, for example 2027.'],
    [{ day: '1', month: '9', year: '202' }, 'year', 'Write the year with four numbers, for example 2027.'],
    [{ day: '1', month: '9', year: '9999' }, 'year', 'Write the year with four numbers, for example 2027.'],
  ])('says of %j which part to mend', (parts, part, sentence) => {
    expect(readDate(parts)).toEqual({ kind: 'wrong', part, sentence })
  })
})

it('fills the boxes from a day and reads them back the same', () => {
  expect(dateParts('2027-09-01')).toEqual({ day: '1', month: '9', year: '2027' })
  expect(iso(dateParts('2027-09-01'))).toBe('2027-09-01')
  expect(dateParts(undefined)).toEqual({})
})
