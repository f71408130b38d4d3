import { and, calendarFeeds, desc, eq, isNull } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { feedToken } from './feed-token.ts'
import type { FeedRef } from './input.ts'

const MOST = 10

/** The viewer's private calendar addresses, latest first. Whoever has one can read it, so they are shown to nobody else. */
export async function feeds(ctx: MemberCtx) {
  const rows = await ctx.store.read
    .select()
    .from(calendarFeeds)
    .where(mine(ctx))
    .orderBy(desc(calendarFeeds.createdAt), desc(calendarFeeds.id))
  return rows.map(({ id, createdAt }) => ({
    ...{ id, createdAt },
    address: `${ctx.origin}/calendar/${feedToken(ctx, id)}.ics`,
  }))
}

/** @throws Problem conflict when there are ten */
export const makeFeed = (ctx: MemberCtx): Promise<{ feedId: string }> =>
  ctx.store.tx(async (tx) => {
    if ((await tx.$count(calendarFeeds, mine(ctx))) >= MOST)
      throw new Problem('conflict', 'You have ten calendar addresses. Take one back, then make another.')
    const id = newId(ctx.now)
    await tx.insert(calendarFeeds).values({ id, personId: ctx.viewer, createdAt: ctx.now })
    await record(tx, ctx, { type: 'feed.made', personId: ctx.viewer, refs: { feed: id } })
    return { feedId: id }
  })

/**
 * Takes an address back: it answers nobody from then on.
 * @throws Problem not_found for anybody else's, and for one that was taken back
 */
export const revokeFeed = (ctx: MemberCtx, { feedId }: FeedRef): Promise<{ feedId: string }> =>
  ctx.store.tx(async (tx) => {
    const revoked = await tx
      .update(calendarFeeds)
      .set({ revokedAt: ctx.now })
      .where(and(eq(calendarFeeds.id, feedId), mine(ctx)))
      .returning({ id: calendarFeeds.id })
    if (revoked.length === 0) throw Problem.notFound()
    await record(tx, ctx, { type: 'feed.revoked', personId: ctx.viewer, refs: { feed: feedId } })
    return { feedId }
  })

const mine = ({ viewer }: MemberCtx) =>
  and(eq(calendarFeeds.personId, viewer), isNull(calendarFeeds.revokedAt))
