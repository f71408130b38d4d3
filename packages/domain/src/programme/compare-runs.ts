import type { MemberCtx } from '@wirearchy/domain'
import { ledProgramme } from './find.ts'
import type { CompareRuns } from './input.ts'
import { linesFor } from './run-page.ts'
import { pairsOf, runOf } from './runs.ts'
import { figuresShown } from './small.ts'

/** Two runs side by side for their lead: the figures of each, and whose mentor differs. */
export async function compareRuns(ctx: MemberCtx, { programmeId, one, other }: CompareRuns) {
  const { read } = ctx.store
  const programme = await ledProgramme(read, ctx, programmeId)
  const runs = [await runOf(read, programme, one), await runOf(read, programme, other)] as const
  const pairs = [await pairsOf(read, runs[0]), await pairsOf(read, runs[1])] as const
  const [before, after] = [await linesFor(ctx, pairs[0]), await linesFor(ctx, pairs[1])]
  const earlier = new Map(before.map((line) => [line.menteeId, line]))
  const later = new Map(after.map((line) => [line.menteeId, line]))
  const everybody = [...new Set([...earlier.keys(), ...later.keys()])]
  const changes = everybody.flatMap((menteeId) => {
    const [was, is] = [earlier.get(menteeId), later.get(menteeId)]
    if (was && is && was.mentorId === is.mentorId) return []
    const mentee = (was ?? is)?.mentee ?? ''
    return [{ menteeId, mentee, was: was?.mentor ?? null, is: is?.mentor ?? null }]
  })
  return {
    programme: { id: programme.id, name: programme.name },
    one: { no: one, figures: figuresShown(runs[0].figures, pairs[0]) },
    other: { no: other, figures: figuresShown(runs[1].figures, pairs[1]) },
    changes,
    same: everybody.length - changes.length,
  }
}
