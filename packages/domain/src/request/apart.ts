import { type Reader, sql } from '@wirearchy/db'
import { keptApartFrom } from '@wirearchy/domain/mentoring'
import { blockedWith } from '@wirearchy/domain/visibility'

/** True when two people must not come together: one keeps the other out, or either said never to be paired. */
export async function areApart(read: Pick<Reader, 'rows'>, one: string, other: string): Promise<boolean> {
  const found = sql`select 1 where ${other} in (${blockedWith(one)}) or ${other} in (${keptApartFrom(one)})`
  return (await read.rows(found)).length > 0
}

/** True when either of two people keeps the other out. A private list is not asked: nothing that is over tells of it. */
export async function areBlocked(read: Pick<Reader, 'rows'>, one: string, other: string): Promise<boolean> {
  return (await read.rows(sql`select 1 where ${other} in (${blockedWith(one)})`)).length > 0
}
