import { type Store, sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { mergeAsOperator, undoAsOperator } from '../index.ts'

/** Makes two records one, as an operator does. @returns what `part` takes */
export const join = async (ctx: Ctx, loserId: string, winnerId: string) =>
  (await mergeAsOperator(ctx, { loserId, winnerId, reason: 'She wrote to us from both addresses.' })).mergeId

/** Parts them again. */
export const part = (ctx: Ctx, mergeId: string) => undoAsOperator(ctx, { mergeId })

/** What a merge and its undoing may leave behind: what they say of themselves, and what is counted or kept for a while. */
const ASIDE = [
  ...['person_merges', 'person_merge_items', 'ledger', 'ledger_chain', 'row_hashes', 'counters'],
  ...['sessions', 'limits', 'sign_in_codes', 'idempotency_keys', 'jobs', 'mails'],
]

/**
 * Every row of every other table, as text in one order; left out are only the count of changes of a person, and words
 * that a merge had to say and that were taken back with it.
 */
export async function dump({ read }: Store): Promise<string[]> {
  const tables = await read.rows<{ name: string }>(sql`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_%' escape '\\' order by name`)
  const own = await read.rows<{ id: string }>(sql`
    select c.id from move_claims c join person_merge_items i on i.row_id = c.id and i.column_name = 'stint_id'
    where i.table_name = 'move_claims' and i.old_value = 'null'
      and c.withdrawn_at = c.created_at and c.stint_id is null`)
  const isOwn = (id: unknown) => own.some((word) => word.id === id)
  const lines: string[] = []
  for (const { name } of tables.filter((table) => !ASIDE.includes(table.name))) {
    const rows = await read.rows<Record<string, unknown>>(sql.raw(`select * from "${name}"`))
    for (const { rev, ...row } of rows.filter(({ id }) => !isOwn(id))) {
      const kept = name === 'people' ? row : { ...row, rev }
      lines.push(`${name} ${JSON.stringify(kept)}`)
    }
  }
  return lines.sort()
}
