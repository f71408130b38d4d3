import { eq, people } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { toAnswer } from '@wirearchy/domain/connection'
import { mustSee } from '@wirearchy/domain/visibility'
import type { Block } from './input.ts'

/**
 * Whom the viewer is about to block: somebody in sight, or somebody who asks them something.
 * @throws Problem not_found for everybody else
 */
export async function whom(ctx: MemberCtx, { personId }: Block) {
  const asking = (await toAnswer(ctx)).find((one) => one.personId === personId)
  if (asking) return { name: asking.name }
  await mustSee(ctx, personId)
  const [person] = await ctx.store.read
    .select({ name: people.displayName })
    .from(people)
    .where(eq(people.id, personId))
  if (!person) throw Problem.notFound()
  return person
}
