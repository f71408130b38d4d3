import { establishmentLinks, inArray, insertMany, type Tx } from '@wirearchy/db'
import type { Waiting } from '../import/apply.ts'
import { keyOf } from './read.ts'

/** The links we hold that begin at these schools, by key. */
export async function linksFrom(tx: Tx, fromRefs: string[]) {
  const refs = [...new Set(fromRefs)]
  const rows =
    refs.length === 0
      ? []
      : await tx.select().from(establishmentLinks).where(inArray(establishmentLinks.fromRef, refs))
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** Marks as seen the links that are as they were, or that we could not read whole: they are still in the register. */
export async function markSeen(tx: Tx, importId: string, rows: Waiting[]) {
  const keys = rows.flatMap(({ outcome, ref }) => (ref && isOnlySeen(outcome) ? [ref] : []))
  const live = await linksFrom(
    tx,
    keys.map((key) => key.split(' ')[0] ?? ''),
  )
  const seen = [...new Set(keys)].flatMap((key) => live.get(key) ?? [])
  await insertMany(
    tx,
    establishmentLinks,
    seen.map((link) => ({ ...link, lastSeenImport: importId })),
    { key: ['fromRef', 'toRef', 'linkType'], keep: ['firstSeenImport', 'establishedOn', 'removedAt'] },
  )
}

const isOnlySeen = (outcome: string) => outcome === 'unchanged' || outcome === 'refused'
