import { sql, type Tx } from '@wirearchy/db'
import { blockedWith } from '@wirearchy/domain/visibility'

/** True while either of two records blocks the other: then only an operator may say that they are one person. */
export async function areKeptApart(tx: Pick<Tx, 'rows'>, one: string, other: string) {
  const rows = await tx.rows(sql`select 1 from (${blockedWith(one)}) kept where kept.blocked_id = ${other}`)
  return rows.length > 0
}
