import { type Day, dayBefore } from '@wirearchy/domain'
import type { Register, RegisterRow } from './classify.ts'
import type { Succession } from './successions.ts'

/** The register's closing day; else the day before the next school opened, or before the link's own day. */
export function lastDayOf({ closedOn }: RegisterRow, next: Succession[], { rows }: Register): Day | null {
  if (closedOn) return closedOn
  const [to] = next
  const opened = to && next.length === 1 ? rows.get(to.toRef)?.openedOn : null
  const told = next.flatMap(({ toldOn }) => toldOn ?? []).sort()[0]
  const first = told ?? opened
  return first ? dayBefore(first) : null
}

/** True of a school's last day that is not behind us. */
export const isAhead = (day: Day | null, today: Day) => day !== null && day >= today
