import type { Tx } from '@wirearchy/db'
import { type Ctx, type Day, dayAfter } from '@wirearchy/domain'
import { addSchoolDays, londonTime, nationOf } from '@wirearchy/domain/calendar'
import { enqueue } from '@wirearchy/domain/job'

/** How long anybody has for an answer, in school days after the day of asking, and when they are reminded. */
export const DAYS_TO_ANSWER = 5
const REMINDED_AFTER = 3
const MORNING = 450

/**
 * Starts the clock of whoever has to answer: the third school day brings a reminder and the end of the fifth is the
 * deadline, in the school calendar of that person's nation. What is asked in a holiday counts from its end.
 * @param personId whose answer is waited for
 */
export async function startClock(tx: Tx, ctx: Ctx, requestId: string, personId: string) {
  const nation = await nationOf(tx, personId)
  const remindOn = addSchoolDays(ctx.today, REMINDED_AFTER, nation)
  const dueOn = addSchoolDays(ctx.today, DAYS_TO_ANSWER, nation)
  await wake(tx, ctx, requestId, londonTime(remindOn, MORNING))
  await wake(tx, ctx, requestId, deadlineOf(dueOn))
  return { remindOn, dueOn, remindedAt: null }
}

/** The moment when a last day is over: the midnight that ends it in London. */
export const deadlineOf = (dueOn: Day) => londonTime(dayAfter(dueOn), 0)

/** Writes down to look at a request again, once for each start of a clock. */
export const wake = (tx: Tx, ctx: Ctx, requestId: string, runAt: number) =>
  enqueue(tx, ctx, {
    kind: 'request.clock',
    key: `request.clock:${requestId}:${ctx.now}:${runAt}`,
    payload: { requestId },
    runAt,
  })
