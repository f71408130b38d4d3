import { type Day, dayAsked, groupBy, type MemberCtx } from '@wirearchy/domain'
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
 * @param asOf who was there on an earlier day of those one knew by then, as far as today's audiences let it be known;
 * two steps away only who is there today as well
 * @throws Problem bad_input for a day to come
 */
export async function near(ctx: MemberCtx, schoolId: string, asOf?: Day) {
  const on = dayAsked(ctx, asOf)
  const proposed = await proposedAt(ctx, schoolId, on)
  const [there, links] = await Promise.all([
    proposed.direct === 'nobody' ? [] : knownThere(ctx, { schoolId, on, those: proposed.direct }),
    proposed.further === 'nobody' ? [] : linksTo(ctx, { schoolId, on, those: proposed.further }),
  ])
  if (there.length === 0 && links.length === 0) return { known: [], twoSteps: [] }
  const only = [...there.map(({ id }) => id), ...links.map(({ linkId }) => linkId)]
  const ties = groupBy(await tiesOf(ctx, { only, asOf: on }), (tie) => tie.otherId)
  const known = there.flatMap(({ id, name }): KnownThere[] => {
    const reasons = ties.get(id)?.map((tie) => reasonInWords(tie, on))
    return reasons ? [{ id, name, reasons }] : []
  })
  const direct = new Set(known.map(({ id }) => id))
  const further = [...groupBy(links, (link) => link.id)].filter(([id]) => !direct.has(id))
  return { known, twoSteps: further.map(([id, found]) => stepsTo(on, id, found, ties)) }
}

export interface KnownThere {
  id: string
  name: string
  reasons: string[]
}
