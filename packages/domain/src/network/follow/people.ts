import { type Reader, type SQL, sql } from '@wirearchy/db'
import type { Change } from '@wirearchy/graph'

/** People who are nobody's result any more (erased, merged); of these ids, or of everybody, then only those. */
export async function peopleChanges(read: Reader, ids?: SQL): Promise<Change[]> {
  const which = ids ? sql`id in (${ids})` : sql`status <> 'active'`
  const rows = await read.rows<{ no: number; status: string }>(
    sql`select no, status from people where ${which}`,
  )
  return rows.map(({ no, status }) => ({
    ...{ kind: 'person', op: 'put', person: no, knownOnly: false },
    hidden: status !== 'active',
  }))
}
