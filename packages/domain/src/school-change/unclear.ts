import { type Day, daysBetween } from '@wirearchy/domain'
import type { RegisterRow } from './classify.ts'
import type { Succession } from './successions.ts'

const A_YEAR = 366

/** What keeps the rules from acting on one school that follows another, in a sentence; null when nothing does. */
export function unclear(
  row: RegisterRow,
  to: Succession,
  target: RegisterRow | undefined,
  lastDay: Day | null,
) {
  const from = `${row.name} (${row.ref})`
  if (!target)
    return `The register says that ${to.toRef} follows ${from}, but no file so far lists ${to.toRef}. Import a newer file of schools, or choose the school that follows.`
  const next = `${target.name} (${target.ref})`
  if (row.status !== 'closed')
    return `The register says that ${next} follows ${from}, but also that ${row.name} is still open. Wait for its next file, or decide if you know.`
  if (!lastDay)
    return `${next} follows ${from}, but the register gives no day for it. Find out the last day of ${row.name} and say it when you decide.`
  if (target.status === 'closed' && (!target.closedOn || target.closedOn <= lastDay))
    return `${next} follows ${from}, but it is closed too, and no later. Find out which school went on, or turn this down.`
  if (target.openedOn && daysBetween(lastDay, target.openedOn) > A_YEAR)
    return `${next} follows ${from}, but opened more than a year after ${row.name} closed. Say whether people went on there.`
  return null
}
