import { type Day, dayOf, daysBetween } from '@wirearchy/domain'

const FORTNIGHT = 14

/** True of a reminder within the last fortnight: nobody hears another before that is over. */
export const isLately = (at: number | null, today: Day) =>
  at !== null && daysBetween(dayOf(at), today) < FORTNIGHT
