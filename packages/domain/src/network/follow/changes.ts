import { and, asc, gt, ledger, lte, type Reader } from '@wirearchy/db'
import type { Change } from '@wirearchy/graph'
import { oneOf } from '../one-of.ts'
import { peopleChanges } from './people.ts'
import { changeOf, factsUnder, RELATIONS } from './rows.ts'

/** How many entries are read at once, and beyond how many a fresh index is quicker. */
const A_READ = 400
export const TOO_MANY = 20_000

/** An entry that speaks of a whole database filled at once, and names none of its rows. */
const WHOLE = 'profession.seeded'

export interface Changes {
  changes: Change[]
  /** The last entry these come from. */
  seq: number
}

/**
 * What the next few ledger entries did to the facts: every row they name, read as it is now, so that
 * applying one twice, or one already overtaken, does no harm.
 * @returns null when the entries do not name what they changed
 */
export async function nextChanges(read: Reader, after: number, until: number): Promise<Changes | null> {
  const entries = await read
    .select({ seq: ledger.seq, type: ledger.type, refs: ledger.refs })
    .from(ledger)
    .where(and(gt(ledger.seq, after), lte(ledger.seq, until)))
    .orderBy(asc(ledger.seq))
    .limit(A_READ)
  if (entries.some(({ type }) => type === WHOLE)) return null
  const named = [...new Set(entries.flatMap(({ refs }) => Object.values(refs)))]
  return { changes: named.length > 0 ? await factsNamed(read, named) : [], seq: entries.at(-1)?.seq ?? until }
}

async function factsNamed(read: Reader, named: string[]): Promise<Change[]> {
  const ids = oneOf(named)
  const changes = await peopleChanges(read, ids)
  for (const of of RELATIONS) {
    for (const row of await factsUnder(read, of, ids)) changes.push(changeOf(of, row))
  }
  return changes
}
