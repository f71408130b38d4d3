import { inList, sql } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { blockedWith } from '@wirearchy/domain/visibility'
import { ledProgramme } from './find.ts'
import type { PairIn } from './input.ts'
import { loadPool } from './load-pool.ts'
import { mentorsLeft } from './mentors-left.ts'
import { linesFor } from './run-page.ts'
import { pairsOf, runOf } from './runs.ts'

/** One mentee's line of a run, with the mentors whom a lead may give them in place of the one they have. */
export async function pairPage(ctx: MemberCtx, { programmeId, no, menteeId }: PairIn) {
  const { read } = ctx.store
  const programme = await ledProgramme(read, ctx, programmeId)
  const run = await runOf(read, programme, no)
  const pairs = await pairsOf(read, run)
  const loaded = await loadPool(read, { ...programme, ...run, id: programmeId }, ctx.today)
  const mentee = loaded.mentees.get(menteeId)
  const [line] = await linesFor(
    ctx,
    pairs.filter((pair) => pair.menteeId === menteeId),
  )
  if (!line || mentee === undefined) throw Problem.notFound()
  const left = mentorsLeft(loaded, pairs, mentee).filter((id) => id !== line.mentorId)
  const mentors = await read.rows<{ personId: string; name: string }>(sql`
    select id as "personId", display_name as name from people
    where id in (${inList(left)}) and id not in (${blockedWith(ctx.viewer)}) order by display_name, id`)
  return { programme: { id: programme.id, name: programme.name }, no, line, mentors }
}
