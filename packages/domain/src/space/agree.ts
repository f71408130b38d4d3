import { agreements, eq } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { latestAgreement, yesOf } from './agreement.ts'
import type { Agree } from './input.ts'
import { hint, note, writing } from './write.ts'

/**
 * One of a pair says yes to what the other wrote down. Saying it twice changes nothing.
 * @throws Problem conflict when there is nothing to agree to, or it has changed since it was read
 */
export const agree = (ctx: MemberCtx, { mentorshipId, rev }: Agree): Promise<{ rev: number }> =>
  ctx.store.tx(async (tx) => {
    const at = await writing(tx, ctx, mentorshipId)
    const terms = await latestAgreement(tx, at.pair)
    if (!terms || terms.rev !== rev)
      throw new Problem(
        'conflict',
        'The agreement has changed since you read it. Read it again, then say yes.',
      )
    const { mine, theirs } = yesOf(at.pair.side)
    if (terms[mine] !== null && terms.mentorshipId === at.chapter.id) return { rev }
    const { aims, rhythm, stopping } = terms
    const row = { aims, rhythm, stopping, rev, [theirs]: terms[theirs], [mine]: terms[mine] ?? ctx.now }
    const when = { createdAt: ctx.now, updatedAt: ctx.now }
    const chapterId = at.chapter.id
    await tx
      .insert(agreements)
      .values({ mentorshipId: chapterId, ...when, ...row })
      .onConflictDoNothing()
    await tx.update(agreements).set(row).where(eq(agreements.mentorshipId, chapterId))
    await note(tx, ctx, at, 'agreement.agreed', {})
    if (terms[theirs] !== null) await hint(tx, ctx, at, 'agreement.made')
    return { rev }
  })
