import type { Day } from '@wirearchy/domain'
import { OPEN } from '@wirearchy/graph'

const MS_A_DAY = 86_400_000
const FIRST = Date.UTC(2000, 0, 1)

/** A civil day as the index's whole number (earlier than 2000: below 0); null is the end that has not come. */
export const dayNumber = (day: Day | null) =>
  day === null ? OPEN : Math.min(OPEN - 1, Math.round((Date.parse(day) - FIRST) / MS_A_DAY))
