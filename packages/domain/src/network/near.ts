import { groupBy, type MemberCtx } from '@wirearchy/domain'
import { knownThere } from './near/known-there.ts'
import { proposedAt } from './near/propose.ts'
import { linksTo, stepsTo } from './near/two-steps.ts'
import { tiesOf } from './ties.ts'
import { reasonInWords } from './words.ts'

/**
 * Who at a school today the viewer already knows, and who is two steps away, with the reason. Direct:
 * people in sight whose stay there is within their audience. Two steps: people who chose to be found so,
 * through people both know; a person in between is named only when both links are training-group ties or
 * they chose to be named through any. Blocked people are neither ends nor links.
 * Whoever the index proposes, the same SQL decides; without an index it considers everybody there.
 */
export async function near(ctx: MemberCtx, schoolId: string) {
  const proposed = await proposedAt(ctx, schoolId)
  const [there, links] = await Promise.all([
    proposed.direct === 'nobody' ? [] : knownThere(ctx, schoolId, proposed.direct),
    proposed.further === 'nobody' ? [] : linksTo(ctx, schoolId, proposed.further),
  ])
  if (there.length === 0 && links.length === 0) return { known: [], twoSteps: [] }
  const only = [...there.map(({ id }) => id), ...links.map(({ linkId }) => linkId)]
  const ties = groupBy(await tiesOf(ctx, { only }), (tie) => tie.otherId)
  const known = there.flatMap(({ id, name }): KnownThere[] => {
    const reasons = ties.get(id)?.map((tie) => reasonInWords(tie, ctx.today))
    return reasons ? [{ id, name, reasons }] : []
  })
  const direct = new Set(known.map(({ id }) => id))
  const further = [...groupBy(links, (link) => link.id)].filter(([id]) => !direct.has(id))
  return { known, twoSteps: further.map(([id, found]) => stepsTo(ctx, id, found, ties)) }
}

export interface KnownThere {
  id: string
  name: string
  reasons: string[]
}
