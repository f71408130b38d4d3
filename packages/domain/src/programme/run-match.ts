import { eq, insertMany, programmePairs, programmeRuns, programmes, sql, type Tx } from '@wirearchy/db'
import { type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { ledProgramme, mustBeOpen, mustBeSame, type Programme, takeProgramme } from './find.ts'
import type { ProgrammeRef } from './input.ts'
import { loadPool } from './load-pool.ts'
import { matchPool, type Outcome } from './match-pool.ts'
import { dayWords } from './words.ts'

/**
 * One run over the whole pool, kept with its figures for the lead to look at. Nobody hears of it before it is published.
 * @throws Problem conflict while wishes may still be changed, and when a side has nobody
 */
export async function runMatch(ctx: MemberCtx, { programmeId }: ProgrammeRef) {
  const programme = mustBeOpen(await ledProgramme(ctx.store.read, ctx, programmeId))
  const { wishesUntil } = programme
  if (wishesUntil !== null && wishesUntil >= ctx.today)
    throw new Problem(
      'conflict',
      `People may say whom they would like until ${dayWords(wishesUntil)}. Match after that day.`,
    )
  const loaded = await loadPool(ctx.store.read, programme, ctx.today)
  if (loaded.menteeIds.length === 0 || loaded.mentorIds.length === 0)
    throw new Problem(
      'conflict',
      'At least one mentor and one mentee must have said yes first. Ask people in.',
    )
  const started = performance.now()
  const outcome = matchPool(loaded)
  outcome.figures.ms = Math.ceil(performance.now() - started)
  return ctx.store.tx(async (tx) => {
    mustBeSame(programme, await takeProgramme(tx, ctx, programmeId))
    return keep(tx, ctx, programme, outcome)
  })
}

async function keep(tx: Tx, ctx: MemberCtx, programme: Programme, { lines, figures }: Outcome) {
  const { id: programmeId, rules, weights } = programme
  const [last] = await tx
    .select({ no: sql<number>`coalesce(max(${programmeRuns.no}), 0)`.mapWith(Number) })
    .from(programmeRuns)
    .where(eq(programmeRuns.programmeId, programmeId))
  const [runId, no] = [newId(ctx.now), (last?.no ?? 0) + 1]
  const made = { programmeId, no, rules, weights, figures, createdById: ctx.viewer, createdAt: ctx.now }
  await tx.insert(programmeRuns).values({ id: runId, ...made })
  const rows = lines.map((line) => ({ id: newId(ctx.now), runId, ...line }))
  await insertMany(tx, programmePairs, rows)
  await tx.update(programmes).set({ state: 'matching' }).where(eq(programmes.id, programmeId))
  const refs = { programme: programmeId, run: runId }
  await record(tx, ctx, { type: 'programme.matched', refs, after: { no } })
  return { no }
}
