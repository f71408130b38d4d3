import { accountEmails, accounts, and, asc, eq, inList, isNull, type Reader, sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { isLive } from './live-address.ts'

type Read = Pick<Reader, 'select'>

/** Where letters to a person go: their first live personal address, else a work one; null when there is none. */
export const addressOf = async (reader: Read, ctx: Ctx, personId: string): Promise<string | null> =>
  (await addressesOf(reader, ctx, [personId])).get(personId) ?? null

/** True of an address that somebody signs in with as their work one. */
export async function isWorkAddress(reader: Read, email: string): Promise<boolean> {
  const [work] = await reader
    .select({ id: accountEmails.id })
    .from(accountEmails)
    .where(
      and(eq(accountEmails.email, email), eq(accountEmails.kind, 'work'), isNull(accountEmails.retiredOn)),
    )
  return work !== undefined
}

/** The same for many people at once; whoever has none is not in it. */
export async function addressesOf(reader: Read, ctx: Ctx, personIds: string[]): Promise<Map<string, string>> {
  const found = await reader
    .select({ personId: accounts.personId, email: accountEmails.email })
    .from(accountEmails)
    .innerJoin(accounts, and(eq(accounts.id, accountEmails.accountId), isNull(accounts.closedAt)))
    .where(and(sql`${accounts.personId} in (${inList(personIds)})`, isLive(ctx.today)))
    .orderBy(asc(accountEmails.kind), asc(accountEmails.createdAt))
  return new Map(found.reverse().map(({ personId, email }) => [personId, email]))
}
