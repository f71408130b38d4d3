import { sql } from '@wirearchy/db'
import { dayOf, type MemberCtx } from '@wirearchy/domain'
import { type Nation, nationIn, schoolDaysBetween } from '@wirearchy/domain/calendar'
import type { TypicalWait } from './input.ts'
import { latestRequests } from './latest-requests.ts'

const LATELY_MS = 90 * 86_400_000
/** Fewer answers than this say nothing, and might say something about somebody. */
const FEWEST = 5

/**
 * How long people wait for the first answer to such a request: the median of the last 90 days in school days, or, where
 * too few have been answered to say, what is promised.
 */
export async function typicalWait(ctx: MemberCtx, { unit }: TypicalWait) {
  const answered = await ctx.store.read.rows<{ asked: number; answered: number; nation: Nation }>(sql`
    select min(theirs.asked_at) as asked, min(theirs.answered_at) as answered,
      ${nationIn(sql`request.asker_id`)} as nation
    from ${latestRequests} request join mentoring_asks theirs on theirs.request_id = request.id
    where request.unit = ${unit} and theirs.state in ('accepted', 'declined')
      and theirs.asked_at is not null and theirs.answered_at >= ${ctx.now - LATELY_MS}
    group by request.id`)
  if (answered.length < FEWEST)
    return { schoolDays: null, words: 'Whoever is asked has 5 school days to answer. You hear either way.' }
  const days = answered
    .map((one) => schoolDaysBetween(dayOf(one.asked), dayOf(one.answered), one.nation))
    .sort((a, b) => a - b)
  const schoolDays = days[(days.length - 1) >> 1] ?? 0
  return { schoolDays, words: inWords(schoolDays) }
}

const inWords = (days: number) =>
  days === 0
    ? 'Half of those who asked lately had an answer the same school day.'
    : `Half of those who asked lately had an answer within ${days} school ${days === 1 ? 'day' : 'days'}.`
