import { basename } from 'node:path'
import { and, asc, desc, eq, importRows, imports, lt } from '@wirearchy/db'
import type { Ctx } from '../../context.ts'
import { newId } from '../../id.ts'
import { Problem } from '../../problem.ts'
import type { Shape, Survey } from '../register/index.ts'
import type { Counts } from './result.ts'

/** Times one step after another: call it as each ends. */
export function stopwatch<Stage>(ended: (stage: Stage, seconds: number) => void) {
  let began = performance.now()
  return (stage: Stage) => {
    const now = performance.now()
    ended(stage, Math.round(now - began) / 1000)
    began = now
  }
}

/** Notes that a file is being read in; nothing of it is in the live tables yet. @returns the import's id */
export async function openImport(ctx: Ctx, kind: string, file: Survey, shape: Shape): Promise<string> {
  const id = newId(ctx.now)
  const { sha256, encoding } = file
  const row = { id, kind, fileName: basename(file.path), sha256, encoding, header: shape.header }
  await ctx.store.tx(async (tx) => {
    await tx.insert(imports).values({ ...row, state: 'staged', byPersonId: ctx.viewer, startedAt: ctx.now })
  })
  return id
}

/** From here an import can only be rolled forward. */
export async function beginApplying(ctx: Ctx, importId: string, counts: Counts, rows: number) {
  const whole = { ...counts, rows }
  await ctx.store.tx(async (tx) => {
    await tx.update(imports).set({ state: 'applying', counts: whole }).where(eq(imports.id, importId))
  })
}

export async function endImport(ctx: Ctx, importId: string) {
  await ctx.store.tx(async (tx) => {
    await tx.update(imports).set({ state: 'done', finishedAt: ctx.now }).where(eq(imports.id, importId))
  })
}

/** The last import of this kind that ran to its end. */
async function lastDone(ctx: Ctx, kind: string) {
  const [last] = await ctx.store.read
    .select({ id: imports.id, counts: imports.counts })
    .from(imports)
    .where(and(eq(imports.kind, kind), eq(imports.state, 'done')))
    .orderBy(desc(imports.startedAt), desc(imports.id))
    .limit(1)
  return last ?? null
}

const FEWEST_OF_LAST = 0.9
const MOST_MISSING_AT_END = 10

/**
 * Refuses a file with far fewer rows than the last one, or one in rising order that ends early: most likely
 * a download that was cut at the end of a row, or a filtered one.
 * @param noun what its rows are. @param beyond how many rows of the last file come after this one's last
 */
export async function refuseShrinking(
  ctx: Ctx,
  kind: string,
  { rows, lastRef }: Shape,
  noun: string,
  beyond: (lastRef: number, lastImport: string) => Promise<number>,
) {
  const last = await lastDone(ctx, kind)
  if (!last) return
  const before = last.counts?.rows ?? 0
  const refuse = (why: string) => {
    const insist = 'If that is right, run it again with --allow-shrink.'
    throw new Problem('conflict', `${why} Nothing has been changed. ${insist}`, { field: 'file' })
  }
  if (rows < before * FEWEST_OF_LAST) refuse(`The file has ${rows} ${noun}; the last one had ${before}.`)
  if (lastRef === null) return
  const missing = await beyond(lastRef, last.id)
  if (missing >= MOST_MISSING_AT_END)
    refuse(`The file ends at ${lastRef}; ${missing} ${noun} of the last one come after that.`)
}

const HOUR = 3_600_000

/** An import cut off while applying is rolled forward; one cut off while staging never touched a live row and goes. */
export async function finishEarlier(
  ctx: Ctx,
  kind: string,
  rollForward: (importId: string) => Promise<void>,
) {
  const ofKind = eq(imports.kind, kind)
  const unfinished = await ctx.store.read
    .select({ id: imports.id })
    .from(imports)
    .where(and(ofKind, eq(imports.state, 'applying')))
    .orderBy(asc(imports.startedAt))
  for (const { id } of unfinished) await rollForward(id)
  const old = and(ofKind, eq(imports.state, 'staged'), lt(imports.startedAt, ctx.now - HOUR))
  const dropped = await ctx.store.read.select({ id: imports.id }).from(imports).where(old)
  for (const { id } of dropped)
    await ctx.store.tx(async (tx) => {
      await tx.delete(importRows).where(eq(importRows.importId, id))
      await tx.update(imports).set({ state: 'refused', finishedAt: ctx.now }).where(eq(imports.id, id))
    })
}
