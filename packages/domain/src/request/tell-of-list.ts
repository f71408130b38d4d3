import { and, eq, isNotNull, mentoringRequests, type SQL, sql, type Tx } from '@wirearchy/db'
import { addDays, type Ctx } from '@wirearchy/domain'
import { isSchoolDay, londonTime, nationOf } from '@wirearchy/domain/calendar'
import { candidates } from '@wirearchy/domain/mentoring'
import { tell } from '@wirearchy/domain/notice'
import { listedLetter } from './emails.ts'
import { inCommon } from './open-list.ts'
import { type RequestRow, requestRow } from './rows.ts'

/** That day and the six before it. */
const WEEK = 6

/**
 * The daily job: mentors whose offer fits what stands on the open list hear that somebody asks, at most once a week each,
 * however many ask, and of no request twice. It names nobody and says nothing of what they need. A fault in
 * one holds up no other: it is thrown at the end.
 */
export async function tellOfOpenList(ctx: Ctx) {
  const { id, state, listedAt, listDueOn } = mentoringRequests
  const stands = and(eq(state, 'open'), isNotNull(listedAt), isNotNull(listDueOn))
  const listed = await ctx.store.read
    .select({ id })
    .from(mentoringRequests)
    .where(stands)
    .orderBy(listedAt, id)
  const faults: unknown[] = []
  for (const one of listed)
    await ctx.store.tx((tx) => tellOfOne(tx, ctx, one.id)).catch((fault) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}

async function tellOfOne(tx: Tx, ctx: Ctx, requestId: string) {
  const request = await requestRow(tx, requestId)
  if (request?.state !== 'open' || request.listDueOn === null) return
  if (!isSchoolDay(ctx.today, await nationOf(tx, request.askerId))) return
  const mentors = await tx.rows<{ id: string }>(whoFits(ctx, request))
  const news = { kind: 'request.listed', refs: { request: requestId }, letter: listedLetter(ctx) }
  await tell(
    tx,
    ctx,
    mentors.map(({ id: personId }) => ({ ...news, personId })),
  )
}

/**
 * Whom the asker may ask, whose offer fits, and who has heard nothing of the list for a week, nor since this request
 * stands on it; not who has had it.
 */
const whoFits = (ctx: Ctx, { id, askerId, unit, outsideMySchool }: RequestRow): SQL => sql`
  select candidate.person_id as id from (${candidates({ ...ctx, viewer: askerId }, { unit, outsideMySchool })}) candidate
  join mentor_offers offer on offer.person_id = candidate.person_id
  join mentoring_requests r on r.id = ${id} and ${inCommon('topics')} and ${inCommon('ways')}
  where not exists (select 1 from mentoring_asks theirs
      where theirs.request_id = r.id and theirs.mentor_id = candidate.person_id)
    and not exists (select 1 from notifications told where told.person_id = candidate.person_id
      and told.kind = 'request.listed' and (told.created_at >= r.listed_at or told.created_at >= ${weekAgo(ctx)}))
  order by candidate.person_id`

const weekAgo = ({ today }: Ctx) => londonTime(addDays(today, -WEEK), 0)
