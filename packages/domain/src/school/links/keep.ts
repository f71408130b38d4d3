import { and, eq, establishmentLinks, importRows, inArray, insertMany, type Tx } from '@wirearchy/db'
import type { Ctx } from '../../context.ts'
import type { Waiting } from '../import/apply.ts'
import { remove } from './gone.ts'
import type { KnownLink, StagedLink } from './judge.ts'
import { keyOf, type LinkRow } from './read.ts'
import { facts, recordLinks } from './record.ts'
import { linksFrom, markSeen } from './seen.ts'

/** Writes staged links into the live table, one ledger entry for each that is new or changed, and marks what is seen. */
export async function keepLinks(tx: Tx, ctx: Ctx, importId: string, rows: Waiting[]) {
  const staged = rows.flatMap(({ line, outcome, raw }) =>
    outcome === 'staged' ? [{ line, ...(raw as unknown as StagedLink) }] : [],
  )
  const links = staged.map(({ link }) => link)
  const before = await linksFrom(
    tx,
    links.map(({ fromRef }) => fromRef),
  )
  await writeLinks(tx, importId, links)
  for (const { link, was } of staged) if (was) await remove(tx, ctx, { ...link, linkType: was })
  const changed = staged.flatMap(({ link, was }) => {
    const entry = entryOf(link, was, before.get(keyOf(link)))
    return entry ? [{ link, ...entry }] : []
  })
  await recordLinks(tx, ctx, importId, changed)
  await markKept(tx, importId, staged, before)
  await markSeen(tx, importId, rows)
}

const KEY = ['fromRef', 'toRef', 'linkType'] as const

const writeLinks = (tx: Tx, importId: string, links: LinkRow[]) =>
  insertMany(
    tx,
    establishmentLinks,
    links.map((link) => ({ ...link, firstSeenImport: importId, lastSeenImport: importId, removedAt: null })),
    { key: [...KEY], keep: ['firstSeenImport'] },
  )

/** What the ledger says of one link, or null when it already stands so. */
function entryOf(link: LinkRow, was: string | null, before: KnownLink | undefined) {
  const isThere = before !== undefined && before.removedAt === null
  if (isThere && before.establishedOn === link.establishedOn) return null
  if (was) return { type: 'school_link.changed', before: { type: was } }
  if (isThere) return { type: 'school_link.changed', before: facts(before) }
  return { type: before ? 'school_link.returned' : 'school_link.added', before: null }
}

type Line = StagedLink & { line: number }

async function markKept(tx: Tx, importId: string, staged: Line[], before: Map<string, KnownLink>) {
  const outcomeOf = ({ review, was, link }: Line) => {
    if (review) return 'needs_review'
    return was || before.has(keyOf(link)) ? 'updated' : 'created'
  }
  for (const outcome of ['created', 'updated', 'needs_review'] as const) {
    const lines = staged.filter((row) => outcomeOf(row) === outcome).map(({ line }) => line)
    if (lines.length > 0)
      await tx
        .update(importRows)
        .set({ outcome, raw: null })
        .where(and(eq(importRows.importId, importId), inArray(importRows.line, lines)))
  }
}
