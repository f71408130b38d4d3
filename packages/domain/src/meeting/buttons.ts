import type { Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { momentWords } from '@wirearchy/domain/calendar'
import { oneTap } from '@wirearchy/domain/notice'
import { type MeetingRow, timesOf } from './rows.ts'

/** For the letter to whoever may choose: a button for each time that is offered, a line each. */
export async function timeButtons(tx: Tx, ctx: Ctx, personId: string, meeting: MeetingRow): Promise<string> {
  const lines: string[] = []
  for (const { id, startsAt } of await timesOf(tx, [meeting.id])) {
    const input = { ...refOf(meeting), timeId: id }
    lines.push(
      `Book ${momentWords(startsAt)}: ${await oneTap(tx, ctx, { personId, act: 'meeting.accept', input })}`,
    )
  }
  return lines.join('\n')
}

const SAYS = { yes: 'Yes, we met', moved: 'We moved it', no: 'No' }

/** For the letter after a meeting: yes, moved or no. */
export async function metButtons(tx: Tx, ctx: Ctx, personId: string, meeting: MeetingRow): Promise<string> {
  const lines: string[] = []
  for (const [said, words] of Object.entries(SAYS)) {
    const input = { ...refOf(meeting), said }
    lines.push(`${words}: ${await oneTap(tx, ctx, { personId, act: 'meeting.held', input })}`)
  }
  return lines.join('\n')
}

const refOf = ({ id, mentorshipId }: MeetingRow) => ({ mentorshipId, meetingId: id })
