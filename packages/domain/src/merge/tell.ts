import { accountEmails, accounts, and, eq, inArray, isNotNull, isNull, people, type Tx } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { post } from '@wirearchy/domain/job'
import { mergedLetter, unmergedLetter, type Words } from './emails.ts'

interface Pair {
  loserId: string
  winnerId: string
}

/** Tells every address of both records, work addresses too: whoever reads one of them may undo it. Call it after the merge. */
export async function tellMerged(tx: Tx, ctx: Ctx, { winnerId }: Pair) {
  const [winner] = await tx.select({ name: people.displayName }).from(people).where(eq(people.id, winnerId))
  await tellAll(tx, ctx, [winnerId], mergedLetter(ctx, winner?.name ?? ''))
}

/** The same after they were parted. */
export const tellUnmerged = (tx: Tx, ctx: Ctx, { loserId, winnerId }: Pair) =>
  tellAll(tx, ctx, [loserId, winnerId], unmergedLetter(ctx))

async function tellAll(tx: Tx, ctx: Ctx, personIds: string[], letter: Words) {
  const addresses = await tx
    .select({ to: accountEmails.email, personId: accounts.personId })
    .from(accountEmails)
    .innerJoin(accounts, and(eq(accounts.id, accountEmails.accountId), isNull(accounts.closedAt)))
    .where(
      and(
        inArray(accounts.personId, personIds),
        isNotNull(accountEmails.verifiedAt),
        isNull(accountEmails.retiredOn),
      ),
    )
  for (const address of addresses) await post(tx, ctx, { ...address, ...letter })
}
