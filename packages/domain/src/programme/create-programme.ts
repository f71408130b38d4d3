import { programmes, type Reader, sql } from '@wirearchy/db'
import { addDays, type MemberCtx, newId, Problem } from '@wirearchy/domain'
import { ledGroup } from '@wirearchy/domain/group'
import { record } from '@wirearchy/domain/ledger'
import { ledSchools } from '@wirearchy/domain/visibility'
import type { CreateProgramme, ProgrammesOf } from './input.ts'
import { USUAL_RULES, USUAL_WEIGHTS } from './rules.ts'

const FURTHEST_DAYS = 366

/**
 * A lead starts a programme for their training group or school. Nobody is in it yet.
 * @throws Problem bad_input for a day that is past, or more than a year ahead
 * @throws Problem not_found, or not_allowed to a group's members, for whoever does not run it
 */
export function createProgramme(ctx: MemberCtx, input: CreateProgramme) {
  const { name, unit, startsOn } = input
  if (startsOn < ctx.today)
    throw new Problem('bad_input', 'Choose today or a day to come.', { field: 'startsOn' })
  if (startsOn > addDays(ctx.today, FURTHEST_DAYS))
    throw new Problem('bad_input', 'Choose a day within a year from now.', { field: 'startsOn' })
  return ctx.store.tx(async (tx) => {
    const of = await homeOf(tx, ctx, input)
    const id = newId(ctx.now)
    await tx.insert(programmes).values({
      ...{ id, name, unit, startsOn, ...of, createdById: ctx.viewer, createdAt: ctx.now },
      ...{ rules: { ...USUAL_RULES }, weights: { ...USUAL_WEIGHTS } },
    })
    await record(tx, ctx, {
      type: 'programme.started',
      happenedOn: startsOn,
      schoolId: of.schoolId,
      refs: { programme: id, ...(of.groupId ? { group: of.groupId } : {}) },
    })
    return { programmeId: id }
  })
}

/** The training group or school that the viewer runs, as a programme's row has it. */
export async function homeOf(
  read: Reader,
  ctx: MemberCtx,
  of: ProgrammesOf,
): Promise<{ groupId: string | null; schoolId: string | null }> {
  if ('slug' in of) return { groupId: (await ledGroup(read, ctx, of.slug)).id, schoolId: null }
  const led = sql`select 1 from (${ledSchools(ctx.viewer, ctx.today)}) led where led.school_id = ${of.schoolId}`
  if ((await read.rows(led)).length === 0) throw Problem.notFound()
  return { groupId: null, schoolId: of.schoolId }
}
