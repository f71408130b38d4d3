import { minuteOf } from './london-time.ts'

const WORDS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** A time on London's clock: "9am", "3:45pm", "midday". */
export function timeWords(instant: number): string {
  const at = minuteOf(instant)
  if (at === 0) return 'midnight'
  if (at === 720) return 'midday'
  const hour = Math.floor(at / 60) % 12 || 12
  const minutes = at % 60 === 0 ? '' : `:${String(at % 60).padStart(2, '0')}`
  return `${hour}${minutes}${at < 720 ? 'am' : 'pm'}`
}

/** "Tuesday 24 November 2026, 3:45pm". */
export const momentWords = (instant: number) =>
  `${WORDS.format(instant).replace(',', '')}, ${timeWords(instant)}`
