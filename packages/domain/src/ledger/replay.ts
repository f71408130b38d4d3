import { and, asc, gt, ledger, lte, type Reader } from '@wirearchy/db'
import { namedIn, spanKey, type ToldSpan } from './spans.ts'

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
export async function replayed(read: Reader, until?: number): Promise<Spans> {
  const spans: Spans = new Map()
  await replayOn(read, spans, { after: 0, until })
  return spans
}

/** Adds what entries after a number tell. @returns the number of the last one */
export async function replayOn(
  read: Reader,
  spans: Spans,
  { after, until = Number.MAX_SAFE_INTEGER }: Stretch,
) {
  for (let at = after; ; ) {
    const entries = await read
      .select({ seq: ledger.seq, type: ledger.type, refs: ledger.refs, after: ledger.after })
      .from(ledger)
      .where(and(gt(ledger.seq, at), lte(ledger.seq, until)))
      .orderBy(asc(ledger.seq))
      .limit(A_READ)
    replay(entries, spans)
    at = entries.at(-1)?.seq ?? at
    if (entries.length < A_READ) return at
  }
}

interface Stretch {
  after: number
  until?: number | undefined
}
