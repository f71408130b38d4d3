import { and, connectionRequests, desc, eq, people, type SQL, sql } from '@wirearchy/db'
import type { Day, MemberCtx } from '@wirearchy/domain'
import { blockedWith, visibleTo } from '@wirearchy/domain/visibility'
import { isWaiting } from './pair.ts'

/** Who asks the viewer, whom the viewer waits on, and whom the viewer is connected to now. */
export async function list(ctx: MemberCtx) {
  return { toAnswer: await toAnswer(ctx), waiting: await waiting(ctx), connections: await connectedTo(ctx) }
}

/** Requests to the viewer without an answer, latest first. Asking shows one's name to whom one asks. */
export const toAnswer = (ctx: MemberCtx) =>
  requests(
    ctx,
    connectionRequests.fromId,
    and(
      eq(connectionRequests.toId, ctx.viewer),
      eq(connectionRequests.state, 'open'),
      eq(people.status, 'active'),
      sql`${connectionRequests.fromId} not in (${blockedWith(ctx.viewer)})`,
    ),
  )

/** What the viewer asked and waits on. Declined ones stand here as if unanswered. */
const waiting = (ctx: MemberCtx) =>
  requests(
    ctx,
    connectionRequests.toId,
    and(eq(connectionRequests.fromId, ctx.viewer), isWaiting, visibleTo(ctx, connectionRequests.toId)),
  )

async function requests(
  ctx: MemberCtx,
  other: typeof connectionRequests.fromId | typeof connectionRequests.toId,
  which: SQL | undefined,
) {
  const rows = await ctx.store.read
    .select({
      id: connectionRequests.id,
      personId: people.id,
      name: people.displayName,
      sentence: connectionRequests.sentence,
      askedAt: connectionRequests.createdAt,
      hasPage: sql<unknown>`${visibleTo(ctx, people.id)}`,
    })
    .from(connectionRequests)
    .innerJoin(people, eq(people.id, other))
    .where(which)
    .orderBy(desc(connectionRequests.createdAt), desc(connectionRequests.id))
  return rows.map((row) => ({ ...row, hasPage: Boolean(row.hasPage) }))
}

const connectedTo = (ctx: MemberCtx) =>
  ctx.store.read.rows<{ personId: string; name: string; startedOn: Day }>(sql`
    select other.id as "personId", other.display_name as "name", c.started_on as "startedOn"
    from connections c
    join people other on other.id = case when c.person_lo = ${ctx.viewer} then c.person_hi else c.person_lo end
    where ${ctx.viewer} in (c.person_lo, c.person_hi) and c.finished_on is null and c.voided_at is null
    and ${visibleTo(ctx, sql`other.id`)}
    order by c.started_on desc, other.id`)
