const DAY = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
})

/** An ISO day with its weekday: Tuesday 24 November 2026. */
const weekdayAndDay = (iso: string) => DAY.format(new Date(`${iso}T00:00:00Z`)).replace(',', '')

const NATIONS: Record<string, string> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
}

/** Until when an answer is waited for. */
export interface Deadline {
  dueOn: string
  daysLeft: number
  nation: string
}

/** 'the end of Tuesday 24 November 2026' */
export const untilWords = ({ dueOn }: Deadline) => `the end of ${weekdayAndDay(dueOn)}`

/** '3 school days left, as schools in Wales have them' */
export const leftWords = ({ daysLeft, nation }: Deadline) =>
  `${daysLeft === 0 ? 'today is the last day' : `${daysLeft} school ${daysLeft === 1 ? 'day' : 'days'} left`}, as schools in ${NATIONS[nation] ?? 'England'} have them`

/** The same for a small tag. */
export const shortLeft = ({ daysLeft }: Deadline) =>
  daysLeft === 0 ? 'Last day today' : `${daysLeft} school ${daysLeft === 1 ? 'day' : 'days'} left`

export const SOON_WORDS: Record<string, string> = {
  this_week: 'This week, if anybody can',
  fortnight: 'Within a fortnight',
  half_term: 'Some time this half term',
}
