import { and, eq, personMerges, type Tx } from '@wirearchy/db'
import { newId } from '@wirearchy/domain'
import { codeRefusal, type SessionCtx, takeGuess, tidyEmail, useCode } from '@wirearchy/domain/account'
import { record } from '@wirearchy/domain/ledger'
import type { ProveSamePerson } from './input.ts'
import { otherRecord } from './start-same-person.ts'

/**
 * The viewer enters the code that went to the other record's address: they have shown both to be theirs. Nothing is
 * joined yet; the check page comes next.
 * @throws Problem bad_input (wrong code), gone (run out, or the address is another's by now), too_many
 */
export async function proveSamePerson(ctx: SessionCtx, { email: typed, code }: ProveSamePerson) {
  const email = tidyEmail(typed)
  const outcome = await ctx.store.tx(async (tx) => {
    const { accountId } = ctx
    const row = await useCode(tx, ctx, { email, code, purposes: ['same_person'], accountId })
    if (row === 'wrong' && !(await takeGuess(tx, ctx))) return 'too_many'
    if (typeof row === 'string') return row
    const otherId = await otherRecord(tx, ctx, email)
    if (!otherId || row.context?.personId !== otherId) return 'over'
    return { mergeId: await write(tx, ctx, otherId) }
  })
  if (typeof outcome === 'string') throw codeRefusal(outcome)
  return outcome
}

/** The viewer's own record is the one that stays; earlier questions about the two are over. */
async function write(tx: Tx, ctx: SessionCtx, loserId: string) {
  const { viewer: winnerId, now } = ctx
  for (const [one, other] of [
    [loserId, winnerId],
    [winnerId, loserId],
  ] as const)
    await tx
      .update(personMerges)
      .set({ state: 'withdrawn', closedAt: now, closedById: winnerId })
      .where(
        and(eq(personMerges.loserId, one), eq(personMerges.winnerId, other), eq(personMerges.state, 'asked')),
      )
  const id = newId(now)
  await tx.insert(personMerges).values({
    ...{ id, loserId, winnerId, state: 'asked', askedAs: 'self', askedById: winnerId },
    ...{ askedAt: now, loserAgreedAt: now },
  })
  await record(tx, ctx, {
    type: 'person.same_shown',
    personId: winnerId,
    refs: { merge: id, loser: loserId },
  })
  return id
}
