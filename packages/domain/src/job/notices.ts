import {
  and,
  count,
  desc,
  eq,
  groups,
  inArray,
  isNull,
  lte,
  ne,
  notifications,
  or,
  people,
  sql,
} from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { blockedWith, ledSchools, visibleTo } from '@wirearchy/domain/visibility'
import { noticeWords } from './notice-words.ts'

const MOST = 100

/**
 * What the viewer should know, in words: what is new first, the latest on top. One about somebody who is out of sight
 * by now is not there. Questions to answer are not among them: they wait in connection.list.
 * @param kinds these kinds alone; all of them when left out
 */
export async function notices(ctx: MemberCtx, kinds?: string[]) {
  const rows = await ctx.store.read
    .select({
      id: notifications.id,
      kind: notifications.kind,
      refs: notifications.refs,
      aboutId: notifications.aboutPersonId,
      about: people.displayName,
      at: notifications.showFrom,
      readAt: notifications.readAt,
    })
    .from(notifications)
    .leftJoin(people, eq(people.id, notifications.aboutPersonId))
    .where(and(shown(ctx), kinds ? inArray(notifications.kind, kinds) : undefined))
    .orderBy(desc(isNull(notifications.readAt)), desc(notifications.showFrom), desc(notifications.id))
    .limit(MOST)
  const groupNames = await namesOf(
    ctx,
    rows.flatMap(({ refs }) => refs.slug ?? []),
  )
  return rows.map(({ id, kind, refs, aboutId, about, at, readAt }) => ({
    id,
    kind,
    at,
    isNew: readAt === null,
    ...noticeWords({ kind, refs, aboutId, about, group: groupNames.get(refs.slug ?? '') ?? null }),
  }))
}

/** How many notices of each kind the viewer would read in the list, and how many of them are new. */
export const countNotices = (ctx: MemberCtx) =>
  ctx.store.read
    .select({
      kind: notifications.kind,
      all: count(),
      unread: sql<number>`count(*) - count(${notifications.readAt})`.mapWith(Number),
    })
    .from(notifications)
    .where(shown(ctx))
    .groupBy(notifications.kind)

/** The viewer has read what there is until now. */
export const readNotices = (ctx: MemberCtx) =>
  ctx.store.tx(async (tx) => {
    await tx
      .update(notifications)
      .set({ readAt: ctx.now })
      .where(and(due(ctx), isNull(notifications.readAt)))
    return { readAt: ctx.now }
  })

const shown = (ctx: MemberCtx) => and(due(ctx), ne(notifications.kind, 'connection.asked'), aboutVisible(ctx))

const due = ({ viewer, now }: MemberCtx) =>
  and(eq(notifications.personId, viewer), lte(notifications.showFrom, now))

/**
 * A mover who chose to tell a school is named to its lead, in sight or not yet; but only while that move and stay
 * stand, its last day is not over, the reader looks after that school, and neither keeps the other out.
 */
const toldByChoice = (ctx: MemberCtx) => sql`exists (select 1 from moves moved
  join stints there on there.voided_at is null and coalesce(there.finished_on, '9999-12-31') >= ${ctx.today}
    and there.id = case ${notifications.kind} when 'move.leaving' then moved.from_stint_id when 'move.joining' then moved.to_stint_id end
  where moved.id = ${notifications.refs} ->> 'move' and moved.closed_at is null
    and there.school_id in (${ledSchools(ctx.viewer, ctx.today)}))
  and ${notifications.aboutPersonId} not in (${blockedWith(ctx.viewer)})`

/**
 * Who asks for support shows their name to whom they chose, and who answers shows theirs, in sight or not; unless
 * either keeps the other out. Ranks from 100 on came by themselves, from the open list.
 */
const toldOfRequest = ({ viewer }: MemberCtx) => sql`exists (select 1 from mentoring_requests request
  join mentoring_asks turn on turn.request_id = request.id and turn.asked_at is not null
  where request.id = ${notifications.refs} ->> 'request' and (
    (request.asker_id = ${viewer} and turn.mentor_id = ${notifications.aboutPersonId}) or
    (turn.mentor_id = ${viewer} and turn.rank < 100 and request.asker_id = ${notifications.aboutPersonId})))
  and ${notifications.aboutPersonId} not in (${blockedWith(viewer)})`

const aboutVisible = (ctx: MemberCtx) =>
  or(
    isNull(notifications.aboutPersonId),
    visibleTo(ctx, notifications.aboutPersonId),
    toldByChoice(ctx),
    toldOfRequest(ctx),
  )

async function namesOf({ store }: MemberCtx, slugs: string[]) {
  if (slugs.length === 0) return new Map<string, string>()
  const found = await store.read
    .select({ slug: groups.slug, name: groups.name })
    .from(groups)
    .where(inArray(groups.slug, [...new Set(slugs)]))
  return new Map(found.map(({ slug, name }) => [slug, name]))
}
