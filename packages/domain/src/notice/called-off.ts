import { type Ctx, dayOf } from '@wirearchy/domain'
import type { Mail } from './may-still-go.ts'

const STARTS = /^DTSTART:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/m

/** True of a letter that calls off a meeting of today: who waits for it must hear at once, whatever they chose. */
export function isCalledOffToday({ today }: Ctx, { kind, calendar }: Pick<Mail, 'kind' | 'calendar'>) {
  if (kind !== 'meeting_cancelled') return false
  const [, ...parts] = STARTS.exec(calendar ?? '') ?? []
  const [year = 0, month = 1, day, hour, minute] = parts.map(Number)
  return parts.length > 0 && dayOf(Date.UTC(year, month - 1, day, hour, minute)) === today
}
