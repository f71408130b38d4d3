import type { MemberCtx } from '@wirearchy/domain'
import { type Suggestion, suggest } from '@wirearchy/domain/mentoring'
import type { Topic, Way } from '@wirearchy/domain/mentoring/input'
import type { RequestId } from './input.ts'
import { mineOrNot } from './own.ts'
import { asksOf } from './rows.ts'

/**
 * Whom else the viewer may ask with their request: suggestions for it, without those whom it has been with.
 * @throws Problem not_found for everybody else's
 */
export async function others(ctx: MemberCtx, { requestId }: RequestId): Promise<Suggestion[]> {
  const { read } = ctx.store
  const { unit, topics, ways, soon, outsideMySchool } = await mineOrNot(read, ctx, requestId)
  const wanted = { unit, topics: topics as Topic[], ways: ways as Way[], soon, outsideMySchool }
  const tried = (await asksOf(read, requestId)).map(({ mentorId }) => mentorId)
  return (await suggest(ctx, wanted)).filter(({ personId }) => !tried.includes(personId))
}
