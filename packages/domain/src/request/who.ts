import type { MemberCtx } from '@wirearchy/domain'
import { pathsTo } from '@wirearchy/domain/mentoring'
import type { Way } from '@wirearchy/domain/mentoring/input'
import { profileOf } from '@wirearchy/domain/person'
import { canSee } from '@wirearchy/domain/visibility'
import { FROM_THE_LIST, type RequestRow } from './rows.ts'
import { nameOf } from './telling.ts'
import type { ToMe } from './to-me.ts'
import { topicWords } from './words.ts'

/** Who asks, as far as a mentor may know. */
export interface Asker {
  askerId: string
  /** Null for somebody on the open list who is out of the mentor's sight. */
  name: string | null
  /** True when the mentor may open their page. */
  hasPage: boolean
  stage: string | null
  /** How the two are linked. */
  path: string | null
}

/**
 * Who asks: by name for a mentor whom they chose, or who sees them anyway. Their stage is shown as far as they show it;
 * how the two are linked names somebody in between only with leave.
 */
export async function askerAs(ctx: MemberCtx, { request, ask }: ToMe): Promise<Asker> {
  const { read } = ctx.store
  const { askerId } = request
  const hasPage = await canSee(ctx, askerId)
  const wasChosen = ask !== null && ask.rank < FROM_THE_LIST
  const name = hasPage || wasChosen || ask?.state === 'accepted' ? await nameOf(read, askerId) : null
  const stage = hasPage ? await stageOf(ctx, askerId) : null
  const path = (await pathsTo(ctx, [askerId])).get(askerId) ?? null
  return { askerId: name === null ? '' : askerId, name, hasPage, stage, path }
}

async function stageOf(ctx: MemberCtx, id: string) {
  const { lines } = await profileOf(ctx, { id })
  return lines.find(({ field }) => field === 'stage')?.text ?? null
}

/** What a request is about, without its words. */
export const aboutIt = ({ id, unit, topics, ways, soon }: RequestRow) => ({
  ...{ requestId: id, unit, about: topicWords(topics), ways: ways as Way[], soon },
})
