/** A civil day in Europe/London as ISO text, such as '2026-11-22'. Spans of days are inclusive. */
export type Day = string

export interface Span {
  startedOn: Day
  /** The last day, included; null while it goes on. */
  finishedOn: Day | null
}

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
const MS_A_DAY = 86_400_000
const FOREVER = '9999-12-31'

/** The civil day in London at an instant (UTC milliseconds). */
export const dayOf = (instant: number): Day => LONDON.format(instant)

/** The day `days` after (or, negative, before) a day. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_A_DAY).toISOString().slice(0, 10)

export const dayAfter = (day: Day) => addDays(day, 1)
export const dayBefore = (day: Day) => addDays(day, -1)

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / MS_A_DAY

/** True of a real calendar day written YYYY-MM-DD. */
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text

/** The one overlap rule: both spans are inclusive, so touching days overlap. */
export const overlaps = (mine: Span, theirs: Span) =>
  mine.startedOn <= (theirs.finishedOn ?? FOREVER) && theirs.startedOn <= (mine.finishedOn ?? FOREVER)

/** The days two spans share, or null when they share none. */
export function overlapOf(mine: Span, theirs: Span): Span | null {
  if (!overlaps(mine, theirs)) return null
  const startedOn = mine.startedOn > theirs.startedOn ? mine.startedOn : theirs.startedOn
  const end = [mine.finishedOn ?? FOREVER, theirs.finishedOn ?? FOREVER].sort()[0] as Day
  return { startedOn, finishedOn: end === FOREVER ? null : end }
}

/** True when the span covers the day. */
export const covers = ({ startedOn, finishedOn }: Span, day: Day) =>
  startedOn <= day && (finishedOn === null || day <= finishedOn)

/** True when the span's last day is behind us: access that hangs on it is over. */
export const isOver = ({ finishedOn }: Span, today: Day) => finishedOn !== null && finishedOn < today
