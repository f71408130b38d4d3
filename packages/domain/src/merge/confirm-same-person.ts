import { eq, people, personMerges } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import type { MergeRef } from './input.ts'
import { areKeptApart } from './kept-apart.ts'
import { mergeRecords } from './merge-records.ts'
import { provenMerge } from './proven.ts'
import { tellMerged } from './tell.ts'

/**
 * The viewer has seen what will be together and says yes: the other record becomes part of theirs. Every address of
 * both is told, with how to undo it.
 * @throws Problem not_found, gone; conflict when one of the two blocked the other meanwhile
 */
export const confirmSamePerson = (ctx: MemberCtx, { mergeId }: MergeRef) =>
  ctx.store.tx(async (tx) => {
    const { loserId } = await provenMerge(tx, ctx, mergeId)
    if (await areKeptApart(tx, ctx.viewer, loserId)) throw forOperator()
    await tx.update(personMerges).set({ winnerAgreedAt: ctx.now }).where(eq(personMerges.id, mergeId))
    const [other] = await tx.select({ name: people.displayName }).from(people).where(eq(people.id, loserId))
    await mergeRecords(tx, ctx, { loserId, winnerId: ctx.viewer, mergeId })
    await tellMerged(tx, ctx, { loserId, winnerId: ctx.viewer })
    return { mergeId, name: other?.name ?? '' }
  })

const forOperator = () =>
  new Problem('conflict', 'These two records cannot be joined here. Write to whoever runs this service.')
