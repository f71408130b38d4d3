import { type Ctx, dayOf } from '@wirearchy/domain'
import { momentWords } from '@wirearchy/domain/calendar'
import type { Mail } from './may-still-go.ts'

const STARTS = /^DTSTART:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/m
const SUMMARY = /^SUMMARY:.*(?:\r?\n[ \t].*)*/m

/** When the meeting was to begin that a letter calls off; null for every other letter. */
function calledOffAt({ kind, calendar }: Pick<Mail, 'kind' | 'calendar'>): number | null {
  const [, ...parts] = kind === 'meeting_cancelled' ? (STARTS.exec(calendar ?? '') ?? []) : []
  const [year = 0, month = 1, day, hour, minute] = parts.map(Number)
  return parts.length > 0 ? Date.UTC(year, month - 1, day, hour, minute) : null
}

/**
 * True of a letter that calls off a meeting of today, or one that will have begun by the time that the letter would go:
 * who waits for it must hear before.
 */
export function isCalledOffBefore({ now, today }: Ctx, mail: Mail, until: number) {
  const start = calledOffAt(mail)
  return start !== null && (dayOf(start) === today || (start > now && start <= until))
}

/** The same call-off for a reader who may not be told any more whom it was with; null for every other letter. */
export function withoutName(mail: Mail): Mail | null {
  const start = calledOffAt(mail)
  if (start === null) return null
  const line = `Called off: your mentoring of ${momentWords(start)}`
  const calendar = mail.calendar?.replace(SUMMARY, 'SUMMARY:Mentoring') ?? null
  return { ...mail, subject: line, line, text: `${line}.\n`, href: null, calendar, aboutPersonId: null }
}
