import { basename } from 'node:path'
import { and, asc, eq, importRows, imports, lt } from '@wirearchy/db'
import type { Ctx } from '../context.ts'
import { newId } from '../id.ts'
import { applyStaged } from './import/apply.ts'
import { absent, toldRows } from './import/report.ts'
import { type Counts, type ImportResult, noCounts, type Progress, type Stage } from './import/result.ts'
import { refuseShrinking, stage } from './import/stage.ts'
import { checkRegister, type Shape, type Survey, survey } from './register/index.ts'

export interface ImportSchools {
  /** The register's own file of establishments, as downloaded. */
  path: string
  /** Takes a file with far fewer rows than the last one. */
  allowShrink?: boolean
  onProgress?: (progress: Progress) => void
  /** Told of each step as it ends. */
  onStage?: (stage: Stage) => void
}

/**
 * Brings the register of schools into the network, beside a running server: checks the whole file, stages
 * it outside the live tables, then applies what is new or changed in short transactions. Running the same
 * file again changes nothing and writes no ledger entry. Schools missing from the file stay.
 * @throws Problem when the whole file cannot be used; nothing has been changed then
 */
export async function importSchools(asked: Ctx, input: ImportSchools): Promise<ImportResult> {
  const ctx: Ctx = { ...asked, actor: 'import' }
  const stages: Stage[] = []
  const timed = stopwatch((done) => {
    stages.push(done)
    input.onStage?.(done)
  })
  const tell = (of: Stage['stage'], total: number) => (done: number) =>
    input.onProgress?.({ stage: of, done, total })

  const file = await survey(input.path)
  const shape = await checkRegister(file, tell('check', file.bytes))
  if (!input.allowShrink) await refuseShrinking(ctx, shape.rows)
  timed('check', noCounts())

  await finishEarlier(ctx)
  const importId = await openImport(ctx, file, shape)
  const counts = await stage(ctx, importId, file, shape, tell('stage', shape.rows))
  timed('stage', counts)

  await applyStaged(ctx, importId, tell('apply', shape.rows))
  timed('apply', counts)
  return {
    importId,
    rows: shape.rows,
    absent: await absent(ctx, importId),
    stages,
    ...counts,
    ...(await toldRows(ctx, importId)),
  }
}

function stopwatch(ended: (stage: Stage) => void) {
  let began = performance.now()
  return (stage: Stage['stage'], counts: Counts) => {
    const now = performance.now()
    ended({ stage, ...counts, seconds: Math.round(now - began) / 1000 })
    began = now
  }
}

async function openImport(ctx: Ctx, file: Survey, shape: Shape): Promise<string> {
  const id = newId(ctx.now)
  const { sha256, encoding } = file
  const row = { id, kind: 'schools', fileName: basename(file.path), sha256, encoding, header: shape.header }
  await ctx.store.tx(async (tx) => {
    await tx.insert(imports).values({ ...row, state: 'staged', byPersonId: ctx.viewer, startedAt: ctx.now })
  })
  return id
}

const HOUR = 3_600_000

/** An import cut off while applying is rolled forward; one cut off while staging never touched a school and goes. */
async function finishEarlier(ctx: Ctx) {
  const schools = eq(imports.kind, 'schools')
  const unfinished = await ctx.store.read
    .select({ id: imports.id })
    .from(imports)
    .where(and(schools, eq(imports.state, 'applying')))
    .orderBy(asc(imports.startedAt))
  for (const { id } of unfinished) await applyStaged(ctx, id, () => {})
  const old = and(schools, eq(imports.state, 'staged'), lt(imports.startedAt, ctx.now - HOUR))
  const dropped = await ctx.store.read.select({ id: imports.id }).from(imports).where(old)
  for (const { id } of dropped)
    await ctx.store.tx(async (tx) => {
      await tx.delete(importRows).where(eq(importRows.importId, id))
      await tx.update(imports).set({ state: 'refused', finishedAt: ctx.now }).where(eq(imports.id, id))
    })
}
