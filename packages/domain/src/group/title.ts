import { type Day, fold } from '@wirearchy/domain'

/** An academic year as people say it: 2024 is "2024 to 2025". */
export const yearsInWords = (academicYear: number) => `${academicYear} to ${academicYear + 1}`

/** The academic year a day lies in: September to August. */
export const academicYearOf = (day: Day) => Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0)

/** The part of a group's address that its name gives: "leeds-pgce-physics-2024". */
export function slugFrom(name: string, academicYear: number): string {
  const words = fold(name)
    .replace(/[^a-z0-9 ]/g, '')
    .trim()
    .slice(0, 80)
    .split(' ')
    .filter(Boolean)
  return [...(words.length > 0 ? words : ['group']), academicYear].join('-')
}
