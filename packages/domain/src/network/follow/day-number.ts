import type { Day } from '@wirearchy/domain'
import { OPEN } from '@wirearchy/graph'

const MS_A_DAY = 86_400_000
/** Early enough for every working life; the last day that counts from here is in 2079. */
const FIRST = Date.UTC(1900, 0, 1)

/** A civil day as the index's whole number; null is the end that has not come. */
export const dayNumber = (day: Day | null) =>
  day === null ? OPEN : Math.min(OPEN - 1, Math.max(0, Math.round((Date.parse(day) - FIRST) / MS_A_DAY)))
