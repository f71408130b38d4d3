import { and, desc, eq, ledger, sql, type Tx } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'

/** A row's end as it was before it was last set, and why it was. */
interface End {
  finishedOn: Day | null
  endReason: string | null
}

/**
 * How a stay or a mentorship ended before a change of the school ended it earlier, for when that change is undone.
 * @param of the person whose entry it is
 * @returns undefined when its end was never set
 */
export async function endBefore(
  tx: Pick<Tx, 'select'>,
  of: string,
  kind: 'stint' | 'mentorship',
  id: string,
): Promise<End | undefined> {
  const type = kind === 'stint' ? 'stint.closed' : 'mentorship.ended'
  const [entry] = await tx
    .select({ before: ledger.before })
    .from(ledger)
    .where(and(eq(ledger.personId, of), eq(ledger.type, type), sql`${ledger.refs} ->> ${kind} = ${id}`))
    .orderBy(desc(ledger.seq))
    .limit(1)
  const { finishedOn = null, endReason = null } = (entry?.before ?? {}) as Partial<End>
  return entry && { finishedOn, endReason }
}
