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

/** Every row of every other table, as text in one order; only the count of changes of a person is left out. */
export async function dump({ read }: Store): Promise<string[]> {
  const tables = await read.rows<{ name: string }>(sql`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_%' escape '\\' order by name`)
  const lines: string[] = []
  for (const { name } of tables.filter((table) => !ASIDE.includes(table.name))) {
    const rows = await read.rows<Record<string, unknown>>(sql.raw(`select * from "${name}"`))
    for (const { rev, ...row } of rows) {
      const kept = name === 'people' ? row : { ...row, rev }
      lines.push(`${name} ${JSON.stringify(kept)}`)
    }
  }
  return lines.sort()
}
