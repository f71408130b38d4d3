import { and, desc, eq, establishments, importRows, imports, insertMany } from '@wirearchy/db'
import type { Ctx } from '../../context.ts'
import { Problem } from '../../problem.ts'
import {
  type EstablishmentRow,
  type ReadRow,
  readRegister,
  type Shape,
  type Survey,
} from '../register/index.ts'
import { type Counts, noCounts } from './result.ts'
import { shortTurns } from './turns.ts'

/** What a staged row holds until it is applied: never more than we keep. */
export interface Staged {
  row: EstablishmentRow
  hash: string
  review: string | null
}

const FEWEST_OF_LAST = 0.9

/** Refuses a file with far fewer rows than the last one, which is most likely a cut or a filtered download. */
export async function refuseShrinking(ctx: Ctx, rows: number) {
  const [last] = await ctx.store.read
    .select({ counts: imports.counts })
    .from(imports)
    .where(and(eq(imports.kind, 'schools'), eq(imports.state, 'done')))
    .orderBy(desc(imports.startedAt), desc(imports.id))
    .limit(1)
  const before = last?.counts?.rows ?? 0
  if (rows >= before * FEWEST_OF_LAST) return
  const why = `The file has ${rows} schools; the last one had ${before}. Nothing has been changed.`
  throw new Problem('conflict', `${why} If that is right, run it again with --allow-shrink.`, {
    field: 'file',
  })
}

/**
 * Reads the file row by row into `import_rows`, outside the live tables: what is new or differs with its
 * facts, what is as we have it as 'unchanged', what breaks a rule as 'refused'. `onRow` counts along.
 */
export async function stage(
  ctx: Ctx,
  importId: string,
  file: Survey,
  shape: Shape,
  onRow: (done: number) => void,
) {
  const counts = noCounts()
  const known = await knownHashes(ctx)
  const turns = shortTurns()
  let waiting: (typeof importRows.$inferInsert)[] = []
  const flush = async () => {
    const rows = waiting
    waiting = []
    if (rows.length > 0)
      await turns.run(() => ctx.store.tx(async (tx) => void (await insertMany(tx, importRows, rows))))
  }
  let done = 0
  for await (const read of readRegister(file)) {
    waiting.push({ importId, ...outcomeOf(read, known, counts) })
    if (waiting.length >= turns.size()) await flush()
    onRow(++done)
  }
  await flush()
  await ctx.store.tx(async (tx) => {
    const whole = { ...counts, rows: shape.rows }
    await tx.update(imports).set({ state: 'applying', counts: whole }).where(eq(imports.id, importId))
  })
  return counts
}

async function knownHashes(ctx: Ctx): Promise<Map<string, string>> {
  const rows = await ctx.store.read
    .select({ ref: establishments.ref, hash: establishments.rowHash })
    .from(establishments)
    .where(eq(establishments.scheme, 'gias'))
  return new Map(rows.map(({ ref, hash }) => [ref, hash]))
}

function outcomeOf(read: ReadRow, known: Map<string, string>, counts: Counts) {
  const { line } = read
  if ('refusal' in read) {
    counts.refused += 1
    const { ref, field, reason } = read.refusal
    return {
      line,
      ref: ref?.slice(0, 40) ?? null,
      raw: null,
      outcome: 'refused' as const,
      field,
      message: reason,
    }
  }
  const { row, hash, review } = read
  const before = known.get(row.ref)
  const told = { line, ref: row.ref, field: null, message: review }
  if (before === hash) {
    counts.unchanged += 1
    return { ...told, message: null, raw: null, outcome: 'unchanged' as const }
  }
  counts[review ? 'needsReview' : before === undefined ? 'created' : 'updated'] += 1
  const raw: Staged = { row, hash, review }
  return { ...told, raw: raw as unknown as Record<string, unknown>, outcome: 'staged' as const }
}
