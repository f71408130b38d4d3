import { and, blocks, desc, eq, isNull, ne, people } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'

/** Whom the viewer keeps out, latest first. The only place that still names them, and only to the viewer. */
export const myBlocks = (ctx: MemberCtx) =>
  ctx.store.read
    .select({ personId: people.id, name: people.displayName, since: blocks.createdAt })
    .from(blocks)
    .innerJoin(people, eq(people.id, blocks.blockedId))
    .where(and(eq(blocks.blockerId, ctx.viewer), isNull(blocks.liftedAt), ne(people.status, 'merged')))
    .orderBy(desc(blocks.createdAt), desc(blocks.id))
