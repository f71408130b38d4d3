import { type Day, dayAfter, dayOf } from '@wirearchy/domain'
import { londonTime, minuteOf } from './london-time.ts'
import type { Nation } from './nation.ts'
import { isHoliday } from './school-days.ts'
import { isWeekend } from './weekday.ts'

/** When somebody is not to be written to; as the table quiet_hours has it. */
export interface Quiet {
  isOn: boolean
  /** Minutes of London's day; a span over midnight begins in the evening, and two equal ones are no span at all. */
  startMinute: number
  endMinute: number
  weekends: boolean
  holidays: boolean
}

/** What holds for whoever chose nothing: evenings from 6pm to 7am, weekends and school holidays. */
export const USUAL_QUIET: Quiet = {
  isOn: true,
  startMinute: 1080,
  endMinute: 420,
  weekends: true,
  holidays: true,
}

const HOUR = 3_600_000

/** True when somebody is not to be written to at an instant. */
export function isQuiet(quiet: Quiet, instant: number, nation: Nation): boolean {
  if (!quiet.isOn) return false
  return isQuietDay(quiet, dayOf(instant), nation) || isQuietMinute(quiet, minuteOf(instant))
}

/** The first instant from this one on when somebody may be written to. */
export function nextLoud(quiet: Quiet, instant: number, nation: Nation): number {
  if (!isQuiet(quiet, instant, nation)) return instant
  for (let day = dayOf(instant); ; day = dayAfter(day)) {
    const found = wakings(quiet, day).find((at) => at >= instant && !isQuiet(quiet, at, nation))
    if (found !== undefined) return found
  }
}

/** The instants of a day at which quiet may end, the hour that the autumn change gives twice included. */
const wakings = ({ endMinute }: Quiet, day: Day) => {
  const [midnight, morning] = [londonTime(day, 0), londonTime(day, endMinute)]
  const times = [midnight, morning, morning + HOUR].filter((at) => dayOf(at) === day)
  return times.sort((one, other) => one - other)
}

const isQuietDay = ({ weekends, holidays }: Quiet, day: Day, nation: Nation) =>
  (weekends && isWeekend(day)) || (holidays && isHoliday(day, nation))

function isQuietMinute({ startMinute, endMinute }: Quiet, minute: number) {
  if (startMinute <= endMinute) return startMinute <= minute && minute < endMinute
  return minute >= startMinute || minute < endMinute
}
