import { inList, type Reader, type SQL, sql } from '@wirearchy/db'
import { replayOn, type Spans } from './replay.ts'
import { SPANS, type SpanKind, spanKey, type ToldSpan } from './spans.ts'

/** Where the tables and the ledger do not agree. */
export interface Disagreement {
  of: SpanKind
  id: string
  /** As the ledger says; null for a row that the tables have and it does not tell. */
  told: ToldSpan | null
  /** As the tables have it; null for a row that only the ledger tells. */
  held: ToldSpan | null
}

export interface Compared {
  /** Rows that both have, and that are the same. */
  same: number
  /** Rows of which the ledger keeps no state: redacted, or written before it kept any. */
  untold: number
  differ: Disagreement[]
}

const LOOKS = 5

/**
 * Whether every dated row of history stands as the ledger says it does. Reads the whole ledger; while others write, what
 * seems to differ is looked at again with what was told meanwhile.
 */
export async function ledgerAgrees(read: Reader): Promise<Compared> {
  const spans: Spans = new Map()
  let seq = await replayOn(read, spans, { after: 0 })
  const found: Compared = { same: 0, untold: 0, differ: [] }
  const unseen = new Set(spans.keys())
  for (const of of KINDS)
    for (const held of await rowsOf(read, of)) {
      unseen.delete(spanKey(held))
      const told = spans.get(spanKey(held)) ?? null
      if (told === null) found.untold += 1
      else if (isSame(told, held)) found.same += 1
      else found.differ.push({ of, id: held.id, told, held })
    }
  for (const key of unseen) {
    const told = spans.get(key)
    if (told) found.differ.push({ of: told.of, id: told.id, told, held: null })
  }
  for (let look = 1; look < LOOKS && found.differ.length > 0; look += 1) {
    seq = await replayOn(read, spans, { after: seq })
    found.differ = await stillDiffering(read, spans, found)
  }
  return found
}

async function stillDiffering(read: Reader, spans: Spans, found: Compared): Promise<Disagreement[]> {
  const still: Disagreement[] = []
  for (const { of, id } of found.differ) {
    const [held = null] = await rowsOf(read, of, sql`where id in (${inList([id])})`)
    const told = spans.get(spanKey({ of, id })) ?? null
    if (told && held && isSame(told, held)) found.same += 1
    else still.push({ of, id, told, held })
  }
  return still
}

const KINDS = Object.keys(SPANS) as SpanKind[]

const rowsOf = async (read: Reader, of: SpanKind, which: SQL = sql`order by id`): Promise<ToldSpan[]> =>
  (await read.rows<Omit<ToldSpan, 'of'>>(sql`${SPANS[of]} ${which}`)).map(
    (row) => ({ of, ...row }) as ToldSpan,
  )

const isSame = (told: ToldSpan, held: ToldSpan) =>
  Object.keys({ ...held, ...told }).every((column) => (told[column] ?? null) === (held[column] ?? null))
