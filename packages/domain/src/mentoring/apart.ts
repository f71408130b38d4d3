import { and, eq, isNull, keptApart, people } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'

/** The viewer's private list of whom they are never to be put together with, by name. Theirs alone to read. */
export const apart = (ctx: MemberCtx) =>
  ctx.store.read
    .select({ keptId: keptApart.id, personId: people.id, name: people.displayName, why: keptApart.why })
    .from(keptApart)
    .innerJoin(people, eq(people.id, keptApart.otherId))
    .where(and(eq(keptApart.personId, ctx.viewer), isNull(keptApart.liftedAt)))
    .orderBy(people.displayName, keptApart.id)
