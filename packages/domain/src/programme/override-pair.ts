import { eq, programmePairs, programmeRuns } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { record } from '@wirearchy/domain/ledger'
import { ledProgramme, mustBeOpen, mustBeSame, takeProgramme } from './find.ts'
import type { OverridePair } from './input.ts'
import { loadPool } from './load-pool.ts'
import { ranksOf } from './match/wished.ts'
import { figuresOf, reasonsFor } from './match-pool.ts'
import { mentorsLeft } from './mentors-left.ts'
import { asNumbers, pairsOf, runOf } from './runs.ts'

/**
 * A lead gives somebody in a run another mentor, or none, and says why. Nothing that is said to them of it, here or on
 * the page, depends on what anybody wished for.
 * @throws Problem bad_input for a mentor without a place left in this run, or whom a rule or one of the two is against
 */
export async function overridePair(
  ctx: MemberCtx,
  { programmeId, no, menteeId, mentorId, reason }: OverridePair,
) {
  const { read } = ctx.store
  const programme = mustBeOpen(await ledProgramme(read, ctx, programmeId))
  const run = await runOf(read, programme, no)
  const pairs = await pairsOf(read, run)
  const pair = pairs.find((one) => one.menteeId === menteeId)
  const loaded = await loadPool(read, { ...programme, ...run, id: programmeId }, ctx.today)
  const mentee = loaded.mentees.get(menteeId)
  if (!pair || mentee === undefined) throw Problem.notFound()
  if (mentorId !== null && !mentorsLeft(loaded, pairs, mentee).includes(mentorId))
    throw new Problem('bad_input', 'Choose a mentor from the list.', { field: 'mentorId' })
  const mentor = loaded.mentors.get(mentorId ?? '')
  const changed = pairs.map((one) => (one.id === pair.id ? { ...one, mentorId } : one))
  const counted = figuresOf(loaded, asNumbers(loaded, changed))
  const figures = { ...run.figures, ...again(counted) }
  const reasons = mentor === undefined ? ['by_hand'] : reasonsFor(loaded, mentee, mentor)
  const choice =
    mentor === undefined ? null : (ranksOf(loaded.pool.wishes.mentees)[mentee]?.get(mentor) ?? null)
  return ctx.store.tx(async (tx) => {
    mustBeSame(programme, await takeProgramme(tx, ctx, programmeId))
    const by = { override: reason, overriddenById: ctx.viewer }
    await tx
      .update(programmePairs)
      .set({ mentorId, reasons, choice, ...by })
      .where(eq(programmePairs.id, pair.id))
    await tx.update(programmeRuns).set({ figures }).where(eq(programmeRuns.id, run.id))
    const refs = { programme: programmeId, run: run.id, pair: pair.id }
    await record(tx, ctx, { type: 'programme.overridden', personId: menteeId, refs })
    return { no }
  })
}

/** What is counted again: not whose wish came true, since a count that changes with one line would tell. */
const again = ({ matched = 0, unmatched = 0, freePlaces = 0 }: Record<string, number>) => ({
  ...{ matched, unmatched, freePlaces },
})
