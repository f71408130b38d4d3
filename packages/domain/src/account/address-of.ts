import { accountEmails, accounts, and, asc, eq, isNull, type Reader } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { isLive } from './live-address.ts'

/** Where letters to a person go: their first live personal address, else a work one; null when there is none. */
export async function addressOf(
  reader: Pick<Reader, 'select'>,
  ctx: Ctx,
  personId: string,
): Promise<string | null> {
  const [found] = await reader
    .select({ email: accountEmails.email })
    .from(accountEmails)
    .innerJoin(accounts, and(eq(accounts.id, accountEmails.accountId), isNull(accounts.closedAt)))
    .where(and(eq(accounts.personId, personId), isLive(ctx.today)))
    .orderBy(asc(accountEmails.kind), asc(accountEmails.createdAt))
    .limit(1)
  return found?.email ?? null
}
