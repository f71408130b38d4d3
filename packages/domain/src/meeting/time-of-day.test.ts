import { expect, it } from 'vitest'
import { minuteIn } from './time-of-day.ts'

it('reads a time the way teachers write it', () => {
  const times = [
    '3:45pm',
    '3.45 PM',
    '15:45',
    '3:45',
    ' 9am ',
    '08:15',
    '12pm',
    '12am',
    '00:30',
    '06:30',
    '7:30',
    'Midday',
  ]
  expect(times.map(minuteIn)).toEqual([945, 945, 945, 945, 540, 495, 720, 0, 30, 390, 450, 720])
})

it('finds no time in what is none', () => {
  expect(['', 'teatime', '25:00', '9:60', '13pm', '0am', '9:5', '15:45:00', 'half 3'].map(minuteIn)).toEqual(
    Array.from({ length: 9 }, () => null),
  )
})
