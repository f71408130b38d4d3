/** School years, school days and quiet hours by nation, London time, and calendar files. */
export { type CalendarEvent, calendarFile } from './calendar-file.ts'
export { londonTime, minuteOf } from './london-time.ts'
export { type Nation, nationIn, nationOf } from './nation.ts'
export { isQuiet, nextLoud, type Quiet, USUAL_QUIET } from './quiet.ts'
export {
  addSchoolDays,
  halfTermsBetween,
  isHoliday,
  isSchoolDay,
  schoolDaysBetween,
  termOf,
} from './school-days.ts'
export type { HalfTerm } from './school-year.ts'
export { momentWords, timeWords } from './time-words.ts'
export { weekdayOf } from './weekday.ts'
