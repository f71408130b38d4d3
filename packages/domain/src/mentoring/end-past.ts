import { eq, mentorships, sql, type Tx } from '@wirearchy/db'
import { type Ctx, type Day, dayBefore, dayOf } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { lastWord } from './last-word.ts'
import type { MentorshipRow } from './pair.ts'
import { isPastItsDay } from './past-its-day.ts'

/** The last day of a question or a call that is past it, and when the two last did something there together. */
interface Past {
  lastDay: Day
  lastAt: number | null
}

/**
 * Whether a chapter between two people alone was a question or a call that is past its day; null when it goes on.
 * A school's chapter is the school's to end, whatever was asked for in it.
 */
export async function pastOf(tx: Tx, { today }: Ctx, { id, kind }: MentorshipRow): Promise<Past | null> {
  if (kind === 'statutory') return null
  const [past] = await tx.rows<Past>(sql`
    select terms.expected_finish_on as "lastDay", ${lastWord} as "lastAt"
    from mentorships m join agreements terms on terms.mentorship_id = m.id where m.id = ${id} and ${isPastItsDay(today)}`)
  return past ?? null
}

/**
 * Closes such a chapter where the two begin anew: on its day, or, if they went on after it, when they last met or wrote.
 * It stays as it was, with all that is in it.
 * @param next the first day of the chapter that follows
 */
export async function endPast(tx: Tx, ctx: Ctx, held: MentorshipRow, past: Past, next: Day) {
  const { id, menteeId, startedOn } = held
  const last = [startedOn, past.lastDay, ...(past.lastAt === null ? [] : [dayOf(past.lastAt)])]
    .sort()
    .at(-1) as Day
  const finishedOn = last < next ? last : later(startedOn, dayBefore(next))
  const after = { finishedOn, endReason: 'finished' }
  await tx.update(mentorships).set(after).where(eq(mentorships.id, id))
  const before = { finishedOn: held.finishedOn, endReason: held.endReason }
  const about = { happenedOn: finishedOn, personId: menteeId, refs: { mentorship: id } }
  await record(tx, ctx, { type: 'mentorship.ended', ...about, before, after })
}

const later = (one: Day, other: Day) => (one > other ? one : other)
