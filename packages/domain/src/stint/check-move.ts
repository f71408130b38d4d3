import { eq, mentorships, people, sql } from '@wirearchy/db'
import { type Day, type MemberCtx, Problem } from '@wirearchy/domain'
import { schoolByRef } from '@wirearchy/domain/school'
import { visibleTo } from '@wirearchy/domain/visibility'
import type { StintRow } from './adopt.ts'
import { headline } from './emails.ts'
import type { Move } from './input.ts'
import { keepAWayIn } from './keep-a-way-in.ts'
import { nameOf } from './place.ts'
import { planMove } from './plan-move.ts'
import { toldOf, type When } from './told.ts'
import { toldAlready } from './told-already.ts'

/** Stands for a school that will be kept by its name once the move is told. */
const UNLISTED = 'unlisted'

export interface CheckedMove {
  leaving: string[]
  leaveOn: Day | null
  school: string | null
  startOn: Day | null
  /** The sentence the mover's people will read now, and how many read it when. */
  headline: string
  told: Record<When, number>
  /** Whose mentoring at the old school ends with it. */
  mentoring: string[]
}

/**
 * What a move would do, without doing it: for the page that asks once more. The same refusals as `move`.
 * @throws Problem beside the field to change
 */
export async function checkMove(ctx: MemberCtx, input: Move): Promise<CheckedMove> {
  const { read } = ctx.store
  const school = await meant(ctx, input)
  await toldAlready(read, ctx, input, school?.id ?? null)
  const plan = await planMove(read, ctx, input, school?.id ?? null)
  await keepAWayIn(read, ctx, plan)
  const told = await toldOf(read, ctx, { personId: ctx.viewer, telling: input.telling }, { isCount: true })
  const [me] = await read.select({ name: people.displayName }).from(people).where(eq(people.id, ctx.viewer))
  const about = {
    name: me?.name ?? '',
    move: { destination: input.destination, startOn: plan.startOn },
    school,
  }
  return {
    leaving: await Promise.all(plan.leaving.map(({ schoolId }) => nameOf(read, schoolId))),
    ...{ leaveOn: plan.leaveOn, school: school?.name ?? null, startOn: plan.startOn },
    headline: headline(about, ctx.today),
    told: {
      now: told.filter(({ when }) => when === 'now').length,
      on_start: told.filter(({ when }) => when === 'on_start').length,
    },
    mentoring: await mentoringOf(ctx, plan.leaving),
  }
}

async function meant(ctx: MemberCtx, input: Move) {
  if (input.destination !== 'school' && input.destination !== 'abroad') return null
  if (input.schoolId) {
    const { id, name } = await schoolByRef(ctx, input.schoolId)
    return { id, name }
  }
  if (input.schoolName && !input.schoolTown)
    throw new Problem('bad_input', 'Write the town or city, so that others know which school you mean.', {
      field: 'schoolTown',
    })
  if (input.schoolName) return { id: UNLISTED, name: input.schoolName }
  if (input.destination === 'abroad')
    return input.startOn ? { id: UNLISTED, name: 'a school outside the UK' } : null
  throw new Problem('bad_input', 'Choose the school from the list, or write its name.', { field: 'school' })
}

async function mentoringOf(ctx: MemberCtx, leaving: StintRow[]): Promise<string[]> {
  const ids = leaving.map(({ id }) => sql`${id}`)
  if (ids.length === 0) return []
  const stints = sql.join(ids, sql`, `)
  const rows = await ctx.store.read.rows<{ name: string }>(sql`
    select distinct p.display_name as name from ${mentorships} m
    join people p on p.id = case when m.mentor_id = ${ctx.viewer} then m.mentee_id else m.mentor_id end
    where (m.mentee_stint_id in (${stints}) or m.mentor_stint_id in (${stints})) and m.kind = 'statutory'
      and m.voided_at is null and coalesce(m.finished_on, '9999-12-31') >= ${ctx.today} and ${visibleTo(ctx, sql`p.id`)} order by 1`)
  return rows.map(({ name }) => name)
}
