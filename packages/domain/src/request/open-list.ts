import { type Reader, type SQL, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { mayAsk, mayAskMe } from '@wirearchy/domain/mentoring'
import type { RequestRow } from './rows.ts'

/** At most so many are shown at a time; who has waited longest comes first. */
const MOST = 50

/** True when two lists of a request (alias `r`) and the viewer’s offer share something, or either is empty. */
export const inCommon = (list: 'topics' | 'ways'): SQL => {
  const [asked, given] = [sql.raw(`r.${list}`), sql.raw(`offer.${list}`)]
  return sql`(json_array_length(${asked}) = 0 or json_array_length(${given}) = 0 or exists (
    select 1 from json_each(${asked}) wanted join json_each(${given}) had on had.value = wanted.value))`
}

/** Requests (alias `r`) that have stood on the open list and fit the viewer’s offer as far as the offer says. */
const fitting = ({ viewer }: MemberCtx): SQL => sql`
  from mentoring_requests r join mentor_offers offer on offer.person_id = ${viewer}
  join people asker on asker.id = r.asker_id and asker.status = 'active'
  where r.listed_at is not null and r.asker_id <> ${viewer} and ${inCommon('topics')} and ${inCommon('ways')}`

/** Requests on the open list now that fit the viewer's offer, and whose asker may ask them; none that they have answered. */
const onTheList = (ctx: MemberCtx): SQL => sql`
  ${fitting(ctx)} and r.state = 'open' and r.list_due_on is not null
  and not exists (select 1 from mentoring_asks mine
    where mine.request_id = r.id and mine.mentor_id = ${ctx.viewer} and mine.asked_at is not null)
  and ${mayAskMe(ctx)}`

/**
 * Requests on the open list that fit the viewer's offer: its unit with a place free, a topic and a way in common where
 * both named any, and an asker who may ask the viewer. Longest waiting first.
 */
export async function openList(read: Pick<Reader, 'rows'>, ctx: MemberCtx): Promise<string[]> {
  const rows = await read.rows<{ id: string }>(
    sql`select r.id as id ${onTheList(ctx)} order by r.listed_at, r.id limit ${MOST}`,
  )
  return rows.map(({ id }) => id)
}

/** Whether a request is, or was, on the open list for the viewer. */
export async function fitsMe(
  read: Pick<Reader, 'rows'>,
  ctx: MemberCtx,
  request: RequestRow,
): Promise<boolean> {
  if (request.listedAt === null) return false
  const fit = await read.rows(sql`select 1 ${fitting(ctx)} and r.id = ${request.id}`)
  return fit.length > 0 && (await mayAsk(read, { ...ctx, viewer: request.askerId }, ctx.viewer, request))
}
