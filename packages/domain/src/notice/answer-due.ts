import { type Reader, sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import type { Mail } from './may-still-go.ts'

/** Letters that want an answer to a request for support. */
const ANSWER_WANTED = ['mentoring_asked', 'mentoring_reminder', 'mentoring_answer']
const TO_MENTOR = /^\/mentoring\/requests\/([^/]+)$/
const TO_ASKER = /^\/mentoring\/mine\/([^/]+)$/
const CHECK_IN = /\/check-in\/([^/]+)$/

/**
 * True of a letter that asks for an answer that nobody waits for by now: the request was taken back, somebody else said
 * yes, it went to the next person, or its reader has answered. A check-in that was answered or lapsed is no different.
 */
export async function isAnswerNoLongerDue({ store }: Ctx, { kind, href, personId }: Mail) {
  const checkIn = kind === 'check_in' ? CHECK_IN.exec(href ?? '')?.[1] : undefined
  if (checkIn) return isClosed(store.read, checkIn)
  if (!ANSWER_WANTED.includes(kind)) return false
  const asMentor = TO_MENTOR.exec(href ?? '')?.[1]
  const asAsker = TO_ASKER.exec(href ?? '')?.[1]
  if (!asMentor && !asAsker) return false
  const theirs = asMentor
    ? sql`turn.request_id = ${asMentor} and turn.mentor_id = ${personId} and turn.state = 'asked'`
    : sql`turn.request_id = ${asAsker} and turn.state = 'question'`
  return (await store.read.rows(sql`select 1 from mentoring_asks turn where ${theirs}`)).length === 0
}

/** True of a check-in that was answered, or lapsed. */
async function isClosed(read: Pick<Reader, 'rows'>, checkInId: string) {
  const closed = sql`select 1 from check_ins asked where asked.id = ${checkInId}
    and (asked.answered_at is not null or asked.skipped_at is not null)`
  return (await read.rows(closed)).length > 0
}
