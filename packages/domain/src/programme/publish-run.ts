import { eq, programmes, type Tx } from '@wirearchy/db'
import { groupBy, type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { ledProgramme, mustBeOpen, type Programme, turn } from './find.ts'
import type { RunRef } from './input.ts'
import { keptApart } from './kept-apart.ts'
import { rulesOf } from './rules.ts'
import { type PairRow, pairsOf, type Run, runOf } from './runs.ts'
import { startAll } from './start-all.ts'
import { tellAll } from './tell-all.ts'
import { whoIsIn } from './who-is-in.ts'

/**
 * Makes a run real, once: every pair becomes a mentoring of its own, everybody is told, and the programme is history
 * from then on. All of it or nothing, in one transaction; publishing the same run again changes nothing.
 * @throws Problem conflict when another run was published, or somebody is not free for their pair any more
 */
export const publishRun = (ctx: MemberCtx, { programmeId, no }: RunRef) =>
  ctx.store.tx(async (tx) => {
    await turn(tx, programmeId)
    const programme = await ledProgramme(tx, ctx, programmeId)
    const run = await runOf(tx, programme, no)
    if (programme.publishedRunId === run.id) return { pairs: run.figures.matched ?? 0 }
    mustBeOpen(programme)
    const pairs = await pairsOf(tx, run)
    await mustStillStand(tx, ctx, programme, run, pairs)
    const begun = await startAll(tx, ctx, programme, pairs)
    await tellAll(tx, ctx, programme, begun)
    const published = { state: 'published' as const, publishedRunId: run.id, publishedAt: ctx.now }
    await tx.update(programmes).set(published).where(eq(programmes.id, programmeId))
    const refs = { programme: programmeId, run: run.id }
    await record(tx, ctx, { type: 'programme.published', refs, after: { no } })
    return { pairs: begun.length }
  })

/** A pair of people who are both still in, with whom nothing came in between, and no more of them than places. */
async function mustStillStand(tx: Tx, ctx: MemberCtx, programme: Programme, run: Run, pairs: PairRow[]) {
  const joined = await whoIsIn(tx, programme.id)
  const places = new Map(joined.map(({ personId, side, places }) => [`${side} ${personId}`, places]))
  const apart = await keptApart(tx, programme, rulesOf(run.rules), ctx.today)
  const never = new Set(apart.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`))
  const byMentor = groupBy(pairs, ({ mentorId }) => mentorId)
  const stands = pairs.every(({ menteeId, mentorId }) => {
    const taken = byMentor.get(mentorId)?.length ?? 0
    const hasRoom = mentorId === null || taken <= (places.get(`mentor ${mentorId}`) ?? 0)
    return places.has(`mentee ${menteeId}`) && hasRoom && !never.has(`${menteeId} ${mentorId}`)
  })
  const mentees = joined.filter(({ side }) => side === 'mentee').length
  if (!stands || mentees !== pairs.length)
    throw new Problem(
      'conflict',
      'Something has changed since this run: who is in, or who is free. Match again.',
    )
}
