import { eq, personMerges } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import type { AnswerSamePerson } from './input.ts'
import { areKeptApart } from './kept-apart.ts'
import { mergeRecords } from './merge-records.ts'
import { tellMerged } from './tell.ts'

/**
 * One of the two answers whether they are one person. Once both said yes, each signed in to their own record, the two
 * become one; a no ends the question in silence, and whoever answers after it is thanked in the same words.
 * @returns whether the two are one now, and whether the viewer's record was the one that gave way
 * @throws Problem not_found for a question that is not the viewer's
 */
export const answerSamePerson = (ctx: MemberCtx, { mergeId, answer }: AnswerSamePerson) =>
  ctx.store.tx(async (tx) => {
    const { viewer, now } = ctx
    const [merge] = await tx.select().from(personMerges).where(eq(personMerges.id, mergeId))
    const isMine = merge && [merge.loserId, merge.winnerId].includes(viewer)
    if (!merge || !isMine || merge.askedAs !== 'group_lead') throw Problem.notFound()
    const { loserId, winnerId } = merge
    const waits = { isJoined: false, isSignedOut: false }
    const write = (set: Partial<typeof personMerges.$inferInsert>) =>
      tx.update(personMerges).set(set).where(eq(personMerges.id, mergeId))
    if (merge.state !== 'asked') return waits
    if (answer === 'no') {
      await write({ state: 'declined', closedAt: now, closedById: viewer })
      return waits
    }
    await write(viewer === loserId ? { loserAgreedAt: now } : { winnerAgreedAt: now })
    const isOtherSure = (viewer === loserId ? merge.winnerAgreedAt : merge.loserAgreedAt) !== null
    if (!isOtherSure || (await areKeptApart(tx, loserId, winnerId))) return waits
    await mergeRecords(tx, ctx, { loserId, winnerId, mergeId })
    await tellMerged(tx, ctx, { loserId, winnerId })
    return { isJoined: true, isSignedOut: viewer === loserId }
  })
