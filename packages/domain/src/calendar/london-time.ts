import { addDays, type Day, dayOf } from '@wirearchy/domain'

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Minutes since midnight on London's clock at an instant. */
export function minuteOf(instant: number): number {
  const [hour, minute] = CLOCK.format(instant).split(':').map(Number)
  return (hour as number) * 60 + (minute as number)
}

/**
 * The instant (UTC milliseconds) when London's clock shows a minute of a day. A time that the spring change skips is
 * taken an hour later; of one that the autumn change gives twice, the first.
 */
export function londonTime(day: Day, minuteOfDay: number): number {
  const on = addDays(day, Math.floor(minuteOfDay / 1440))
  const minute = ((minuteOfDay % 1440) + 1440) % 1440
  const inWinter = Date.parse(`${on}T00:00:00Z`) + minute * MINUTE
  const inSummer = inWinter - HOUR
  return dayOf(inSummer) === on && minuteOf(inSummer) === minute ? inSummer : inWinter
}
