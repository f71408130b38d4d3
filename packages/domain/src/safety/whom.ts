import { eq, people, sql } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { toAnswer } from '@wirearchy/domain/connection'
import { blockedWith, mustSee } from '@wirearchy/domain/visibility'
import type { Block } from './input.ts'

/**
 * Whom the viewer is about to block: somebody in sight, somebody who asks them something, or their mentor or mentee,
 * also of a mentoring that is still to begin.
 * @throws Problem not_found for everybody else
 */
export async function whom(ctx: MemberCtx, { personId }: Block) {
  const asking = (await toAnswer(ctx)).find((one) => one.personId === personId)
  if (asking) return { name: asking.name }
  if (!(await isPairedWith(ctx, personId))) await mustSee(ctx, personId)
  const [person] = await ctx.store.read
    .select({ name: people.displayName })
    .from(people)
    .where(eq(people.id, personId))
  if (!person) throw Problem.notFound()
  return person
}

/** True of two whom a mentoring that stands holds together, begun or not, unless either keeps the other out. */
async function isPairedWith({ store, viewer }: MemberCtx, personId: string) {
  const paired = sql`select 1 from mentorships m where m.voided_at is null and ${personId} not in (${blockedWith(viewer)})
    and ((m.mentor_id = ${viewer} and m.mentee_id = ${personId}) or (m.mentor_id = ${personId} and m.mentee_id = ${viewer}))`
  return (await store.read.rows(paired)).length > 0
}
