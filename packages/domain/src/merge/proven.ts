import { eq, personMerges, type Reader } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'

const HALF_AN_HOUR = 30 * 60_000

/**
 * A joining that the viewer has shown, within this half hour, to be of two records of their own.
 * @throws Problem not_found for anybody else's; gone when it is over
 */
export async function provenMerge(read: Pick<Reader, 'select'>, { viewer, now }: MemberCtx, mergeId: string) {
  const [merge] = await read.select().from(personMerges).where(eq(personMerges.id, mergeId))
  if (!merge || merge.winnerId !== viewer || merge.askedAs !== 'self' || merge.loserAgreedAt === null)
    throw Problem.notFound()
  if (merge.state !== 'asked' || now - merge.loserAgreedAt > HALF_AN_HOUR)
    throw new Problem('gone', 'This page was for half an hour. Ask for a new code, then look at it again.')
  return merge
}
