import { and, asc, gt, ledger, lte, type Reader, type SQL, sql } from '@wirearchy/db'
import { namedIn, SPANS, type SpanKind, spanKey, type ToldSpan } from './spans.ts'

/** What replaying needs of an entry. */
export type Told = Pick<typeof ledger.$inferSelect, 'type' | 'refs' | 'after'>

/** Dated rows by kind and id; null for one whose last state was redacted, or was told before entries kept rows. */
export type Spans = Map<string, ToldSpan | null>

/**
 * The dated rows of history as the ledger alone tells them: each as the last entry that names it left it. Entries in
 * the order of their numbers; give fewer to learn what was known then.
 * @param spans what earlier entries told; changed and given back
 */
export function replay(entries: Iterable<Told>, spans: Spans = new Map()): Spans {
  for (const entry of entries) {
    for (const row of namedIn(entry)) if (!entry.after?.spans) spans.set(spanKey(row), null)
    for (const row of (entry.after?.spans ?? []) as ToldSpan[]) spans.set(spanKey(row), row)
  }
  return spans
}

const A_READ = 500

/**
 * The whole ledger replayed, a few hundred entries at a time.
 * @param until the last entry to count, by number; all of them when not said
 */
export async function replayed(read: Reader, until = Number.MAX_SAFE_INTEGER): Promise<Spans> {
  const spans: Spans = new Map()
  for (let after = 0; ; ) {
    const entries = await read
      .select({ seq: ledger.seq, type: ledger.type, refs: ledger.refs, after: ledger.after })
      .from(ledger)
      .where(and(gt(ledger.seq, after), lte(ledger.seq, until)))
      .orderBy(asc(ledger.seq))
      .limit(A_READ)
    replay(entries, spans)
    if (entries.length < A_READ) return spans
    after = entries.at(-1)?.seq ?? until
  }
}

/** Where the tables and the ledger do not agree. */
export interface Disagreement {
  of: SpanKind
  id: string
  /** As the ledger says; null for a row that it tells and the tables lack, or the other way round. */
  told: ToldSpan | null
  held: ToldSpan | null
}

export interface Compared {
  /** Rows that both have, and that are the same. */
  same: number
  /** Rows of which the ledger keeps no state: redacted, or written before it kept any. */
  untold: number
  differ: Disagreement[]
}

/** Whether every dated row of history stands as the ledger says it does. Reads the whole ledger. */
export async function ledgerAgrees(read: Reader): Promise<Compared> {
  const spans = await replayed(read)
  const found: Compared = { same: 0, untold: 0, differ: [] }
  for (const [of, select] of Object.entries(SPANS) as [SpanKind, SQL][]) {
    for (const row of await read.rows<Omit<ToldSpan, 'of'>>(sql`${select} order by id`)) {
      const held = { of, ...row } as ToldSpan
      const told = spans.get(spanKey(held)) ?? null
      spans.delete(spanKey(held))
      if (told === null) found.untold += 1
      else if (isSame(told, held)) found.same += 1
      else found.differ.push({ of, id: held.id, told, held })
    }
  }
  for (const told of spans.values())
    if (told) found.differ.push({ of: told.of, id: told.id, told, held: null })
  return found
}

const isSame = (told: ToldSpan, held: ToldSpan) =>
  Object.keys({ ...held, ...told }).every((column) => (told[column] ?? null) === (held[column] ?? null))
