import { sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import type { Mail } from './may-still-go.ts'

/** Letters that want an answer to a request for support. */
const ANSWER_WANTED = ['mentoring_asked', 'mentoring_reminder', 'mentoring_answer']
const TO_MENTOR = /^\/mentoring\/requests\/([^/]+)$/
const TO_ASKER = /^\/mentoring\/mine\/([^/]+)$/

/**
 * True of a letter that asks for an answer that nobody waits for by now: the request was taken back, somebody else said
 * yes, it went to the next person, or its reader has answered.
 */
export async function isAnswerNoLongerDue({ store }: Ctx, { kind, href, personId }: Mail) {
  if (!ANSWER_WANTED.includes(kind)) return false
  const asMentor = TO_MENTOR.exec(href ?? '')?.[1]
  const asAsker = TO_ASKER.exec(href ?? '')?.[1]
  if (!asMentor && !asAsker) return false
  const theirs = asMentor
    ? sql`turn.request_id = ${asMentor} and turn.mentor_id = ${personId} and turn.state = 'asked'`
    : sql`turn.request_id = ${asAsker} and turn.state = 'question'`
  return (await store.read.rows(sql`select 1 from mentoring_asks turn where ${theirs}`)).length === 0
}
