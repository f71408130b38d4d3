import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { historyNames } from './history.ts'
import { rowCounts } from './losses.ts'
import { assertAsMade, type Manifest } from './manifest.ts'
import { migrate } from './migrate.ts'
import { connect, sqlitePath } from './settings.sqlite.ts'
import { examine, headOf } from './verify/index.ts'

/** How a backup did when it was brought back. */
export interface DrillReport {
  findings: string[]
  backup: string
  bytes: number
  /** Ledger entries written since the backup was made, lost if the disk were lost now; null when nobody can tell. */
  actsSince: number | null
  /** How old the backup is, in milliseconds. */
  ageMs: number
  /** How long it took from the copy to a database wholly checked, in milliseconds. */
  backMs: number
}

/**
 * Brings a backup back in a folder of its own, examines it wholly, and holds it against the live database: no table
 * of history may have more rows in the backup than there, and the chains of the two ledgers must be one.
 * @param scratch where there is room for a copy
 */
export function drillRestore(
  url: string,
  { path: backup, manifest }: { path: string; manifest: Manifest },
  { root = process.cwd(), scratch }: { root?: string; scratch: string },
): DrillReport {
  const folder = mkdtempSync(join(scratch, 'wirearchy-drill-'))
  const began = performance.now()
  try {
    assertAsMade(backup, manifest)
    const copy = join(folder, 'restored.db')
    copyFileSync(backup, copy)
    const isWhole = manifest.schema !== null
    if (isWhole) migrate(`file:${copy}`)
    const { findings, rows } = examine(`file:${copy}`)
    const backMs = performance.now() - began
    const live = liveOrFault(sqlitePath(url, root), manifest.ledger.head)
    const against = 'fault' in live ? [live.fault] : differences(manifest, rows, live)
    return {
      findings: [...findings.map(({ sentence }) => sentence), ...against],
      ...{ backup, bytes: manifest.bytes, backMs },
      actsSince: 'fault' in live ? null : live.head - manifest.ledger.head,
      ageMs: Date.now() - Date.parse(manifest.createdAt),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Live {
  rows: Map<string, number>
  head: number
  /** The hash of the live chain at the backup's head. */
  linkThen: string | null
}

/** A live database that cannot be read is the day the drill is for: the backup is looked at all the same. */
function liveOrFault(path: string, headThen: number): Live | { fault: string } {
  try {
    return readLive(path, headThen)
  } catch (error) {
    return { fault: `The live database cannot be read: ${(error as Error).message}` }
  }
}

function readLive(path: string, headThen: number): Live {
  const client = connect(path, { readonly: true })
  try {
    const link = client.prepare('select hash from ledger_chain where seq = ?').pluck().get(headThen)
    return { rows: rowCounts(client), head: headOf(client).head, linkThen: (link as string) ?? null }
  } finally {
    client.close()
  }
}

function* differences(manifest: Manifest, restored: Record<string, number>, live: Live) {
  for (const [table, rows] of Object.entries(manifest.rows))
    if ((restored[table] ?? 0) < rows && table !== 'migrations')
      yield `The backup's manifest counts ${rows} rows of ${table}, and ${restored[table] ?? 0} came back.`
  for (const table of [...historyNames(), 'ledger'])
    if ((live.rows.get(table) ?? 0) < (restored[table] ?? 0))
      yield `The live database has ${live.rows.get(table) ?? 0} rows of ${table}, and the backup ${restored[table]}: history was lost since, or the backup is another database's.`
  if (manifest.ledger.hash !== null && live.linkThen !== manifest.ledger.hash)
    yield `The live ledger no longer says at entry ${manifest.ledger.head} what it said when the backup was made: somebody rewrote it, or the backup is another database's.`
}
