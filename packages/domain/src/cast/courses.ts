import type { Day } from '../day.ts'

export const PEOPLE = 120
export const SCHOOLS = 60

/** Course, provider, subject, phase, nation, how many years ago it began, and how many trained in it. */
export const COURSES = [
  ['leeds-physics', 'University of Leeds', 'Leeds PGCE Physics', 'Physics', 'secondary', 'england', 2, 16],
  [
    'leeds-physics-last',
    'University of Leeds',
    'Leeds PGCE Physics',
    'Physics',
    'secondary',
    'england',
    1,
    13,
  ],
  ['leeds-english', 'University of Leeds', 'Leeds PGCE English', 'English', 'secondary', 'england', 2, 14],
  ['cardiff-first', 'Cardiff Partnership', 'Cardiff PGCE Secondary', 'Welsh', 'secondary', 'wales', 3, 11],
  ['cardiff', 'Cardiff Partnership', 'Cardiff PGCE Secondary', 'Welsh', 'secondary', 'wales', 2, 12],
  [
    'bradford-first',
    'Bradford Schools Together',
    'Bradford SCITT Primary',
    null,
    'primary',
    'england',
    3,
    14,
  ],
  ['bradford', 'Bradford Schools Together', 'Bradford SCITT Primary', null, 'primary', 'england', 1, 13],
  [
    'york-maths',
    'York Teacher Training',
    'York PGCE Mathematics',
    'Mathematics',
    'secondary',
    'england',
    3,
    14,
  ],
  ['leeds-physics-now', 'University of Leeds', 'Leeds PGCE Physics', 'Physics', 'secondary', 'england', 0, 8],
] as const

/** The academic year that a day lies in, by the year of its September: courses begin on the second. */
export const academicYear = (day: Day) => Number(day.slice(0, 4)) - (day.slice(5) < '09-02' ? 1 : 0)
