import { type Reader, type SQL, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { mayAsk } from '@wirearchy/domain/mentoring'
import type { RequestRow } from './rows.ts'

/** At most so many are looked at at a time; who has waited longest comes first. */
const MOST = 50

/** True when two lists of a request (alias `r`) and the viewer’s offer share something, or either is empty. */
const inCommon = (list: 'topics' | 'ways'): SQL => {
  const [asked, given] = [sql.raw(`r.${list}`), sql.raw(`offer.${list}`)]
  return sql`(json_array_length(${asked}) = 0 or json_array_length(${given}) = 0 or exists (
    select 1 from json_each(${asked}) wanted join json_each(${given}) had on had.value = wanted.value))`
}

/** Requests (alias `r`) that have stood on the open list and fit the viewer’s offer as far as the offer says. */
const fitting = ({ viewer }: MemberCtx): SQL => sql`
  from mentoring_requests r join mentor_offers offer on offer.person_id = ${viewer}
  join people asker on asker.id = r.asker_id and asker.status = 'active'
  where r.listed_at is not null and r.asker_id <> ${viewer} and ${inCommon('topics')} and ${inCommon('ways')}`

type Listed = Pick<RequestRow, 'id' | 'askerId' | 'unit'> & { outsideMySchool: number }

/**
 * Requests on the open list that fit the viewer's offer: its unit with a place free, a topic and a way in common where
 * both named any, and an asker who may ask the viewer. Longest waiting first.
 */
export async function openList(read: Pick<Reader, 'rows'>, ctx: MemberCtx): Promise<string[]> {
  const rows = await read.rows<Listed>(sql`
    select r.id as id, r.asker_id as "askerId", r.unit as unit, r.outside_my_school as "outsideMySchool"
    ${fitting(ctx)} and r.state = 'open' and r.list_due_on is not null
    and not exists (select 1 from mentoring_asks mine
      where mine.request_id = r.id and mine.mentor_id = ${ctx.viewer} and mine.asked_at is not null)
    order by r.listed_at, r.id limit ${MOST}`)
  const found: string[] = []
  for (const { id, askerId, unit, outsideMySchool } of rows)
    if (await mayBeAskedBy(read, ctx, askerId, { unit, outsideMySchool: Boolean(outsideMySchool) }))
      found.push(id)
  return found
}

/** Whether a request is, or was, on the open list for the viewer. */
export async function fitsMe(
  read: Pick<Reader, 'rows'>,
  ctx: MemberCtx,
  request: RequestRow,
): Promise<boolean> {
  if (request.listedAt === null) return false
  const fit = await read.rows(sql`select 1 ${fitting(ctx)} and r.id = ${request.id}`)
  return fit.length > 0 && (await mayBeAskedBy(read, ctx, request.askerId, request))
}

const mayBeAskedBy = (
  read: Pick<Reader, 'rows'>,
  ctx: MemberCtx,
  askerId: string,
  asking: Parameters<typeof mayAsk>[3],
) => mayAsk(read, { ...ctx, viewer: askerId }, ctx.viewer, asking)
