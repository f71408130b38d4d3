import type Database from 'better-sqlite3'
import { isSealed, rowCounts } from '../losses.ts'
import { connect, sqlitePath } from '../settings.sqlite.ts'
import { type Finding, MOST } from './finding.ts'
import { laws } from './laws.ts'
import { ledger } from './ledger.ts'
import { seals } from './seals.ts'
import { damage, guards, quickDamage, settings, strays } from './sound.ts'

export type { Finding } from './finding.ts'

/** What a database holds, and everything that is not as it must be. */
export interface Examination {
  findings: Finding[]
  rows: Record<string, number>
  ledger: { head: number; hash: string | null }
}

type Check = (client: Database.Database) => Iterable<Finding>

const QUICK = { file: [quickDamage], guards: [guards, settings] }
const STAGES = {
  file: [damage, strays],
  guards: [guards, settings],
  seals: [seals],
  ledger: [ledger],
  laws: [laws],
}

/**
 * Examines a database wholly, beside a running server too: it only reads, a table at a time, and holds no more in
 * memory than eight bytes for each id that the ledger names.
 * @param onStage hears what is being looked at
 * @param quick looks at the pages alone, without their indexes, and at guards and settings
 * @throws when there is no such file, or it cannot be opened at all
 */
export function examine(
  url: string,
  { root = process.cwd(), onStage = (_: string) => {}, quick = false } = {},
): Examination {
  const client = connect(sqlitePath(url, root), { readonly: true })
  try {
    return examineClient(client, quick ? QUICK : STAGES, onStage)
  } finally {
    client.close()
  }
}

function examineClient(
  client: Database.Database,
  stages: Record<string, Check[]>,
  onStage: (stage: string) => void,
): Examination {
  const findings: Finding[] = []
  for (const [stage, checks] of Object.entries(stages)) {
    onStage(stage)
    if (stage === 'seals' && !isSealed(client)) {
      findings.push({
        check: 'seals',
        sentence: 'Nothing here is sealed yet. Run "npx wirearchy migrate", which seals what is there.',
      })
      break
    }
    for (const check of checks) for (const finding of check(client)) findings.push(finding)
    if (stage === 'file' && findings.length > 0)
      return { findings, rows: {}, ledger: { head: 0, hash: null } }
  }
  return { findings, rows: Object.fromEntries(rowCounts(client)), ledger: headOf(client) }
}

/** The last link of the chain. */
export function headOf(client: Database.Database): Examination['ledger'] {
  if (!isSealed(client)) return { head: 0, hash: null }
  const last = client.prepare('select seq as head, hash from ledger_chain order by seq desc limit 1').get()
  return (last as Examination['ledger'] | undefined) ?? { head: 0, hash: null }
}

/**
 * The same for who only wants to hear of trouble.
 * @returns how many rows each table holds
 * @throws with the first findings in it
 */
export function verify(url: string, root = process.cwd()): Record<string, number> {
  const { findings, rows } = examine(url, { root })
  if (findings.length > 0)
    throw new Error(
      findings
        .slice(0, MOST / 10)
        .map(({ sentence }) => sentence)
        .join('\n'),
    )
  return rows
}
