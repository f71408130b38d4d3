import {
  accountEmails,
  accounts,
  and,
  asc,
  desc,
  eq,
  isNull,
  type Reader,
  schools,
  sql,
  stints,
} from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { isLive } from './live-address.ts'

export interface MyAddress {
  id: string
  email: string
  kind: 'personal' | 'work'
  /** The school whose stay it belongs to; it stops when that stay is over. */
  school: string | null
  isLive: boolean
}

/** The viewer's addresses, those that sign them in first, and whether a personal one is missing among them. */
export async function myAddresses(
  ctx: MemberCtx,
): Promise<{ addresses: MyAddress[]; needsPersonal: boolean }> {
  const addresses = await addressesOf(ctx.store.read, ctx)
  const live = addresses.filter((address) => address.isLive)
  return { addresses, needsPersonal: live.length > 0 && live.every(({ kind }) => kind === 'work') }
}

/** The same list, read inside a transaction or outside. */
export async function addressesOf(reader: Pick<Reader, 'select'>, ctx: MemberCtx): Promise<MyAddress[]> {
  const live = sql<boolean>`${isLive(ctx.today)}`
  const rows = await reader
    .select({
      id: accountEmails.id,
      email: accountEmails.email,
      kind: accountEmails.kind,
      school: schools.name,
      isLive: live,
    })
    .from(accountEmails)
    .innerJoin(accounts, and(eq(accounts.id, accountEmails.accountId), isNull(accounts.closedAt)))
    .leftJoin(stints, eq(stints.id, accountEmails.stintId))
    .leftJoin(schools, eq(schools.id, stints.schoolId))
    .where(eq(accounts.personId, ctx.viewer))
    .orderBy(desc(live), asc(accountEmails.kind), asc(accountEmails.createdAt))
  return rows.map((row) => ({ ...row, isLive: Boolean(row.isLive) }))
}
