import { and, eq, establishmentLinks, establishments, isNull, sql } from '@wirearchy/db'
import type { Ctx } from '../context.ts'
import { applyInTurns } from './import/apply.ts'
import { toldRows } from './import/report.ts'
import { type ImportResult, noCounts, type Stage } from './import/result.ts'
import {
  beginApplying,
  endImport,
  finishEarlier,
  openImport,
  refuseShrinking,
  stopwatch,
} from './import/run.ts'
import { stageRows } from './import/stage-rows.ts'
import { shortTurns } from './import/turns.ts'
import type { ImportFile } from './import-schools.ts'
import { removeSome } from './links/gone.ts'
import { judge } from './links/judge.ts'
import { keepLinks } from './links/keep.ts'
import { checkLinks, keyOf, type ReadLink, readLinks } from './links/read.ts'
import { type Survey, survey } from './register/index.ts'

export interface LinksResult extends Omit<ImportResult, 'absent' | 'absentRefs'> {
  /** Links that earlier files told and this one does not. They stay, marked as gone. */
  removed: number
  /** The references of schools that follow each other in a circle, one list a circle. */
  cycles: string[][]
  /** Rows without a date, dated after today, and without a row that says it from the other school. */
  undated: number
  ahead: number
  oneWay: number
}

const KIND = 'links'

/**
 * Brings the register's links between schools (successor, merged, split …) into the network, beside a
 * running server: checks the whole file, gives every row its outcome, stages them outside the live table
 * and applies them in short transactions. Links are kept as told, circles and strange dates included;
 * one that the file no longer has is marked as gone. The same file again changes nothing. What follows
 * for schools and the people there is not decided here.
 * @throws Problem when the whole file cannot be used; nothing has been changed then
 */
export async function importLinks(asked: Ctx, input: ImportFile): Promise<LinksResult> {
  const { onProgress, onStage } = input
  const ctx: Ctx = { ...asked, actor: 'import' }
  const stages: Stage[] = []
  const ended = stopwatch<Omit<Stage, 'seconds'>>((stage, seconds) => {
    stages.push({ ...stage, seconds })
    onStage?.({ ...stage, seconds })
  })
  const tell = (stage: Stage['stage'], total: number) => (done: number) =>
    onProgress?.({ stage, done, total })

  const file = await survey(input.path)
  const shape = await checkLinks(file, tell('check', file.bytes))
  if (!input.allowShrink)
    await refuseShrinking(ctx, KIND, shape, 'links', (ref, last) => beyond(ctx, ref, last))
  ended({ stage: 'check', ...noCounts() })

  await finishEarlier(ctx, KIND, async (earlier) => void (await applyLinks(ctx, earlier, () => {})))
  const importId = await openImport(ctx, KIND, file, shape)
  const read = await readAll(file)
  const { rows, counts, cycles } = judge(read, await knownLinks(ctx), await listed(ctx))
  await stageRows(ctx, importId, rows, tell('stage', shape.rows))
  await beginApplying(ctx, importId, counts, shape.rows)
  ended({ stage: 'stage', ...counts })

  const removed = await applyLinks(ctx, importId, tell('apply', shape.rows))
  ended({ stage: 'apply', ...counts })
  const figures = { removed, cycles, ...figuresOf(read, ctx.today) }
  return { importId, rows: shape.rows, stages, ...counts, ...figures, ...(await toldRows(ctx, importId)) }
}

/** Rolls a staged import of links forward to its end. @returns how many links have gone */
async function applyLinks(ctx: Ctx, importId: string, onRow: (done: number) => void): Promise<number> {
  await applyInTurns(ctx, importId, (rows) => (tx) => keepLinks(tx, ctx, importId, rows), onRow)
  const turns = shortTurns()
  let removed = 0
  for (;;) {
    const some = await turns.run(() => ctx.store.tx((tx) => removeSome(tx, ctx, importId)))
    if (some === 0) break
    removed += some
  }
  await endImport(ctx, importId)
  return removed
}

async function readAll(file: Survey): Promise<ReadLink[]> {
  const read: ReadLink[] = []
  for await (const row of readLinks(file)) read.push(row)
  return read
}

async function knownLinks(ctx: Ctx) {
  const rows = await ctx.store.read.select().from(establishmentLinks)
  return new Map(rows.map((row) => [keyOf(row), row]))
}

async function listed(ctx: Ctx): Promise<(ref: string) => boolean> {
  const gias = eq(establishments.scheme, 'gias')
  const rows = await ctx.store.read.select({ ref: establishments.ref }).from(establishments).where(gias)
  const refs = new Set(rows.map(({ ref }) => ref))
  return (ref) => refs.has(ref)
}

/** How many links of the last file begin at a higher number than this one's last. */
async function beyond(ctx: Ctx, lastRef: number, lastImport: string): Promise<number> {
  const seen = and(isNull(establishmentLinks.removedAt), eq(establishmentLinks.lastSeenImport, lastImport))
  const after = sql`cast(${establishmentLinks.fromRef} as integer) > ${lastRef}`
  return ctx.store.read.$count(establishmentLinks, and(seen, after))
}

function figuresOf(read: ReadLink[], today: string) {
  const links = read.flatMap((row) => ('link' in row ? [row.link] : []))
  const pairs = new Set(links.map(({ fromRef, toRef }) => `${fromRef} ${toRef}`))
  return {
    undated: links.filter(({ establishedOn }) => establishedOn === null).length,
    ahead: links.filter(({ establishedOn }) => establishedOn !== null && establishedOn > today).length,
    oneWay: links.filter(({ fromRef, toRef }) => !pairs.has(`${toRef} ${fromRef}`)).length,
  }
}
