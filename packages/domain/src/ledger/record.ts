import { counters, eq, insertMany, ledger, sql, type Tx } from '@wirearchy/db'
import type { Ctx, Day } from '@wirearchy/domain'
import { newId } from '../id.ts'
import { spansNamed, type ToldSpan } from './spans.ts'

export interface Entry {
  /** What happened, as noun.verb: 'stint.closed'. */
  type: string
  /** The civil day it is true from; today when not said. */
  happenedOn?: Day
  personId?: string | null
  schoolId?: string | null
  /** Ids of every row this entry speaks of, by table or part: { stint: '…' }. */
  refs?: Record<string, string>
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
}

/**
 * Writes one ledger entry in the verb's own transaction, numbered in commit order under the counter's row lock.
 * Call it after the rows are written: the entry keeps every dated row it names as it then stands, so that the ledger
 * alone can say what was known on any day (`replay`).
 * @returns the entry's sequence number
 */
export async function record(tx: Tx, ctx: Ctx, entry: Entry): Promise<number> {
  return recordAll(tx, ctx, [entry])
}

/**
 * The same for many entries at once, in their order, as an import writes them.
 * @returns the first entry's sequence number; the others follow it without a gap
 */
export async function recordAll(tx: Tx, ctx: Ctx, entries: Entry[]): Promise<number> {
  const first = await nextNo(tx, 'ledger', entries.length)
  const spans = await spansNamed(tx, entries)
  const rows = entries.map((entry, place) => rowOf(ctx, entry, first + place, spans[place] ?? []))
  if (rows.length === 1) await tx.insert(ledger).values(rows)
  else await insertMany(tx, ledger, rows)
  return first
}

const rowOf = (ctx: Ctx, entry: Entry, seq: number, spans: ToldSpan[]) => ({
  seq,
  id: newId(ctx.now),
  type: entry.type,
  happenedOn: entry.happenedOn ?? ctx.today,
  recordedAt: ctx.now,
  actorId: ctx.viewer,
  actorKind: ctx.actor,
  personId: entry.personId ?? null,
  schoolId: entry.schoolId ?? null,
  refs: entry.refs ?? {},
  before: entry.before ?? null,
  after: spans.length > 0 ? { ...entry.after, spans } : (entry.after ?? null),
  correlationId: ctx.correlationId,
})

type Counter =
  | 'ledger'
  | 'people'
  | 'schools'
  | 'groups'
  | 'stints'
  | 'group_memberships'
  | 'mentorships'
  | 'connections'

/**
 * The next number of a counter, from 1 up, without gaps in committed work.
 * @param many how many to take at once; the first is returned, the others follow it
 */
export async function nextNo(tx: Tx, name: Counter, many = 1): Promise<number> {
  const [row] = await tx
    .insert(counters)
    .values({ name, value: many })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + ${many}` } })
    .returning({ value: counters.value })
  if (!row) throw new Error(`The counter ${name} gave no number.`)
  return row.value - many + 1
}

/** The newest sequence number in the ledger; 0 when it is empty. */
export async function ledgerHead(reader: Pick<Tx, 'select'>): Promise<number> {
  const [row] = await reader
    .select({ value: counters.value })
    .from(counters)
    .where(eq(counters.name, 'ledger'))
  return row?.value ?? 0
}
