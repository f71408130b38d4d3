import { eq, people, sql } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { mustSee } from '@wirearchy/domain/visibility'
import type { PersonRef } from './input.ts'
import { schoolsNow } from './schools-now.ts'
import { tiesOf } from './ties.ts'
import { timelineOf } from './timeline.ts'
import { reasonInWords } from './words.ts'

/**
 * How the viewer and one person are tied: every reason with its dates, the shared history as a timeline,
 * and where they are now if they let it be seen.
 * @throws Problem not_found for whoever is out of sight, in the same words as for nobody
 */
export async function personPage(ctx: MemberCtx, { id }: PersonRef) {
  await mustSee(ctx, id)
  const [person] = await ctx.store.read
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(eq(people.id, id))
  if (!person) throw Problem.notFound()
  const [ties, schools] = await Promise.all([tiesOf(ctx, { only: id }), schoolsNow(ctx, sql`select ${id}`)])
  return {
    ...person,
    isMe: id === ctx.viewer,
    reasons: ties.map((tie) => ({ ...tie, text: reasonInWords(tie, ctx.today) })),
    schools,
    timeline: timelineOf(ties, schools, person.name, ctx.today),
  }
}
