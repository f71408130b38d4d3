import { personMerges } from '@wirearchy/db'
import { type Ctx, newId, Problem } from '@wirearchy/domain'
import { mergeRecords } from './merge-records.ts'
import { tellMerged } from './tell.ts'

export interface OperatorMerge {
  /** The record that gives way; its id and addresses lead to the other. */
  loserId: string
  winnerId: string
  reason: string
}

/**
 * An operator makes two records one, having settled with the person that they are. Everybody with an address on either
 * record is told, with how to undo it.
 * @throws Problem bad_input for one record twice; not_found when either is no active person
 */
export async function mergeAsOperator(ctx: Ctx, { loserId, winnerId, reason }: OperatorMerge) {
  if (loserId === winnerId)
    throw new Problem('bad_input', 'That is one record already. Name two different people.')
  return ctx.store.tx(async (tx) => {
    const mergeId = newId(ctx.now)
    await tx.insert(personMerges).values({
      ...{ id: mergeId, loserId, winnerId, reason, state: 'asked', askedAs: 'operator' },
      ...{ askedById: ctx.viewer, askedAt: ctx.now },
    })
    const { changes } = await mergeRecords(tx, ctx, { loserId, winnerId, mergeId })
    await tellMerged(tx, ctx, { loserId, winnerId })
    return { mergeId, changes }
  })
}
