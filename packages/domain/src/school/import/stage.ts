import { and, eq, establishments, ne, sql } from '@wirearchy/db'
import type { Ctx } from '../../context.ts'
import {
  type EstablishmentRow,
  type Kept,
  type ReadRow,
  type Register,
  readRegister,
  type Scheme,
  type Shape,
  type Survey,
  untoldColumns,
} from '../register/index.ts'
import { type Counts, noCounts } from './result.ts'
import { beginApplying } from './run.ts'
import { type StagedRow, stageRows } from './stage-rows.ts'

/** What a staged row holds until it is applied: never more than we keep. */
export interface Staged {
  row: EstablishmentRow
  hash: string
  review: string | null
}

/** How many schools the last file named whose numbers are above this one's last. */
export async function schoolsBeyond(ctx: Ctx, scheme: Scheme, lastRef: number, lastImport: string) {
  const seen = and(eq(establishments.scheme, scheme), eq(establishments.lastSeenImport, lastImport))
  return ctx.store.read.$count(
    establishments,
    and(seen, sql`cast(${establishments.ref} as integer) > ${lastRef}`),
  )
}

/**
 * Reads the file row by row into `import_rows`, outside the live tables: what is new or differs with its
 * facts, what is as we have it as 'unchanged', what breaks a rule as 'refused'. `onRow` counts along.
 */
export async function stage(
  ctx: Ctx,
  importId: string,
  { register, file, shape }: { register: Register; file: Survey; shape: Shape },
  onRow: (done: number) => void,
): Promise<Counts> {
  const counts = noCounts()
  const known = await knownHashes(ctx, register.scheme)
  const reading = readRegister(file, register, await keptFacts(ctx, register, shape))
  await stageRows(ctx, importId, outcomes(reading, known, counts), onRow)
  await beginApplying(ctx, importId, counts, shape.rows)
  return counts
}

async function* outcomes(reading: AsyncIterable<ReadRow>, known: Map<string, string>, counts: Counts) {
  for await (const read of reading) yield outcomeOf(read, known, counts)
}

async function knownHashes(ctx: Ctx, scheme: Scheme): Promise<Map<string, string>> {
  const rows = await ctx.store.read
    .select({ ref: establishments.ref, hash: establishments.rowHash })
    .from(establishments)
    .where(eq(establishments.scheme, scheme))
  return new Map(rows.map(({ ref, hash }) => [ref, hash]))
}

/** A row that no file of a register told yet has no fingerprint. */
const TOLD_BY_A_MEMBER = ''

/** What we hold of every school in the columns that this file lacks: a missing column takes nothing back. */
async function keptFacts(ctx: Ctx, { bind, scheme }: Register, shape: Shape): Promise<Kept | undefined> {
  const untold = untoldColumns(bind(shape.header)).filter((column) => column in establishments)
  if (untold.length === 0) return undefined
  const columns = Object.fromEntries(
    untold.map((column) => [column, establishments[column as keyof EstablishmentRow]]),
  )
  const rows = (await ctx.store.read
    .select({ ref: establishments.ref, ...columns })
    .from(establishments)
    .where(
      and(eq(establishments.scheme, scheme), ne(establishments.rowHash, TOLD_BY_A_MEMBER)),
    )) as (Partial<EstablishmentRow> & { ref: string })[]
  const byRef = new Map(rows.map((row) => [row.ref, row]))
  return (ref) => byRef.get(ref)
}

function outcomeOf(read: ReadRow, known: Map<string, string>, counts: Counts): StagedRow {
  const { line } = read
  if ('refusal' in read) {
    counts.refused += 1
    const { ref, field, reason } = read.refusal
    return { line, ref: ref?.slice(0, 40) ?? null, raw: null, outcome: 'refused', field, message: reason }
  }
  const { row, hash, review } = read
  const before = known.get(row.ref)
  const told = { line, ref: row.ref, field: null, message: review }
  if (before === hash) {
    counts.unchanged += 1
    return { ...told, message: null, raw: null, outcome: 'unchanged' }
  }
  counts[review ? 'needsReview' : before === undefined ? 'created' : 'updated'] += 1
  const raw: Staged = { row, hash, review }
  return { ...told, raw: raw as unknown as Record<string, unknown>, outcome: 'staged' }
}
