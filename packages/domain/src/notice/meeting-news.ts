import { sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import type { Mail } from './may-still-go.ts'

const PAGE = /^\/mentoring\/[^/]+\/meetings\/([^/]+)$/
const NUMBER = /^SEQUENCE:(\d+)/m
const REMINDERS = ['meeting_tomorrow', 'meeting_today', 'meeting_soon']

interface Now {
  state: string
  sequence: number
  /** The number that the meeting had when this reminder of it was written. */
  told: string | null
  /** What the reader has said of whether it happened. */
  said: string | null
}

/**
 * True of a letter about a meeting that says what is not so any more: it was moved or called off since, and another
 * letter says so; the times were chosen from; its reader has answered already.
 */
export async function isOldNews(ctx: Ctx, mail: Mail) {
  const id = PAGE.exec(mail.href ?? '')?.[1]
  const now = id ? await meetingNow(ctx, mail, id) : null
  if (!now) return false
  if (mail.kind === 'meeting_offered') return now.state !== 'proposed'
  if (mail.kind === 'check_met') return now.said !== null
  if (REMINDERS.includes(mail.kind))
    return now.state !== 'booked' || (now.told !== null && Number(now.told) < now.sequence)
  const number = NUMBER.exec(mail.calendar ?? '')?.[1]
  return number !== undefined && Number(number) < now.sequence
}

/** A reminder's own number stands in the notice that was written with it, at the same moment. */
async function meetingNow({ store }: Ctx, { personId, kind, createdAt }: Mail, id: string) {
  const [now] = await store.read.rows<Now>(sql`
    select held.state as state, held.sequence as sequence,
      case ${personId} when chapter.mentor_id then held.mentor_said when chapter.mentee_id then held.mentee_said end as said,
      (select told.refs ->> 'sequence' from notifications told where told.person_id = ${personId}
        and told.kind = ${kind.replace('_', '.')} and told.created_at = ${createdAt}
        and told.refs ->> 'meeting' = held.id limit 1) as told
    from meetings held join mentorships chapter on chapter.id = held.mentorship_id where held.id = ${id}`)
  return now ?? null
}
