const utc = (iso: string) => new Date(`${iso}T00:00:00Z`)
const long = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** An ISO day in words: 24 November 2026. */
export const longDay = (iso: string) => long.format(utc(iso))

/** The month of an ISO day. */
const monthOf = (iso: string) => month.format(utc(iso))

/** A stretch of time in months, both ends inclusive: "September 2024 to July 2025", "since September 2026". */
export function stretch(startedOn: string, finishedOn?: string | null) {
  if (!finishedOn) return `since ${monthOf(startedOn)}`
  const [from, to] = [monthOf(startedOn), monthOf(finishedOn)]
  return from === to ? from : `${from} to ${to}`
}

/** A stretch in years, as people say a training year: "2024 to 2025". */
export function yearsOf(startedOn: string, finishedOn?: string | null) {
  const from = startedOn.slice(0, 4)
  const to = finishedOn?.slice(0, 4)
  return !to ? `since ${from}` : to === from ? from : `${from} to ${to}`
}

/** A moment in UK time the way schools write it: 3:45pm, 9am. Takes UTC milliseconds. */
export function ukTime(ms: number) {
  const [hour = 0, minute = 0] = ukClock.format(ms).split(':').map(Number)
  const minutes = minute ? `:${String(minute).padStart(2, '0')}` : ''
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}
const ukClock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
})

/** A moment's day in UK time with the day of the week: Tuesday 24 November 2026. Takes UTC milliseconds. */
export const ukWeekDay = (ms: number) => ukWeekDays.format(ms).replace(',', '')
const ukWeekDays = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'Europe/London' })

/** A moment's day in UK time: 24 November 2026. Takes UTC milliseconds. */
export const ukDay = (ms: number) => ukDays.format(ms)
const ukDays = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
})
