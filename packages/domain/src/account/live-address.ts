import {
  accountEmails,
  accounts,
  and,
  eq,
  isNotNull,
  isNull,
  people,
  type Reader,
  type SQL,
  sql,
  type Tx,
} from '@wirearchy/db'
import type { Ctx, Day } from '@wirearchy/domain'

/** True of an address whose stint's last day is behind us, or whose stint was entered by mistake. */
const stintIsOver = (today: Day): SQL => sql`exists (
  select 1 from stints held where held.id = ${accountEmails.stintId}
  and (held.voided_at is not null or held.finished_on < ${today}))`

/** True of an address that signs somebody in today: verified, not retired, its stint not over. */
export const isLive = (today: Day): SQL =>
  sql`(${and(isNotNull(accountEmails.verifiedAt), isNull(accountEmails.retiredOn))} and not ${stintIsOver(today)})`

export interface LiveAddress {
  id: string
  accountId: string
  personId: string
  name: string
  kind: 'personal' | 'work'
}

/** Whom an address signs in today; null when it signs in nobody. */
export async function liveAddress(
  reader: Pick<Reader, 'select'>,
  ctx: Ctx,
  email: string,
): Promise<LiveAddress | null> {
  const [found] = await reader
    .select({
      id: accountEmails.id,
      accountId: accounts.id,
      personId: people.id,
      name: people.displayName,
      kind: accountEmails.kind,
    })
    .from(accountEmails)
    .innerJoin(accounts, and(eq(accounts.id, accountEmails.accountId), isNull(accounts.closedAt)))
    .innerJoin(people, and(eq(people.id, accounts.personId), eq(people.status, 'active')))
    .where(and(eq(accountEmails.email, email), isLive(ctx.today)))
  return found ?? null
}

/** Writes down what time has already done: addresses whose stint is over are retired from its last day. */
export async function retireDead(tx: Tx, ctx: Ctx, email?: string) {
  await tx
    .update(accountEmails)
    .set({
      retiredOn: sql`coalesce((select held.finished_on from stints held
        where held.id = ${accountEmails.stintId} and held.voided_at is null), ${ctx.today})`,
    })
    .where(
      and(
        isNull(accountEmails.retiredOn),
        stintIsOver(ctx.today),
        email === undefined ? undefined : eq(accountEmails.email, email),
      ),
    )
}
