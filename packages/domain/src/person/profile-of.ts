import { sql } from '@wirearchy/db'
import { type Ctx, dayAsked, type MemberCtx } from '@wirearchy/domain'
import { lastingId, levelsWithin, mustSee, visibleStints } from '@wirearchy/domain/visibility'
import { factsOf } from './facts.ts'
import { factsAsOf } from './facts-as-of.ts'
import type { PersonRef } from './input.ts'
import { type Profile, project } from './project.ts'

/**
 * A person's page as the viewer may read it; as of an earlier day, what had begun by then of what they may read today.
 * @throws Problem bad_input for a day to come
 * @throws Problem not_found for who is out of sight, in the same words as for nobody
 */
export async function profileOf(
  ctx: MemberCtx,
  { id: asked, asOf }: PersonRef,
): Promise<Profile & { isMe: boolean }> {
  const on = dayAsked(ctx, asOf)
  const id = await lastingId(ctx.store.read, asked)
  const reach = await mustSee(ctx, id)
  const seen = await seenStays(ctx, id)
  const facts = await factsAsOf(ctx, await factsOf(ctx, id), on)
  const profile = project(facts, levelsWithin(reach), (stay) => seen.has(stay.id))
  return { ...profile, isMe: id === ctx.viewer }
}

/** The ids of a person's stays that the viewer may see now. */
export async function seenStays(ctx: Ctx, personId: string): Promise<ReadonlySet<string>> {
  const rows = await ctx.store.read.rows<{ id: string }>(sql`
    select id from stints where person_id = ${personId} and voided_at is null and id in (${visibleStints(ctx, sql`${personId}`)})`)
  return new Set(rows.map(({ id }) => id))
}
