import { type SQL, sql } from '@wirearchy/db'
import { type Day, isOver, type MemberCtx, Problem } from '@wirearchy/domain'
import { liveOn } from '@wirearchy/domain/visibility'
import type { StintRef } from './input.ts'
import type { Pattern, StintKind, StintRole } from './word.ts'

/** One of my own stays, as my forms show it. */
export interface MyStay {
  id: string
  schoolId: string
  schoolName: string
  schoolTown: string | null
  kind: StintKind
  role: StintRole | null
  pattern: Pattern | null
  startedOn: Day
  finishedOn: Day | null
  isConfirmed: boolean
}

/** My stays that go on or are still to come, by start. */
export const myStays = async (ctx: MemberCtx): Promise<MyStay[]> =>
  (await staysWhere(ctx, sql`true`)).filter((stay) => !isOver(stay, ctx.today))

/**
 * One of my stays.
 * @throws Problem not_found for anybody else’s
 */
export async function myStay(ctx: MemberCtx, { stintId }: StintRef): Promise<MyStay> {
  const [stay] = await staysWhere(ctx, sql`s.id = ${stintId}`)
  if (!stay) throw Problem.notFound()
  return stay
}

/** A stay's role today, or else its last. */
const roleOf = (
  today: Day,
) => sql`(select r.role from stint_roles r where r.stint_id = s.id and r.voided_at is null
  order by ${liveOn('r', today)} desc, r.started_on desc, r.id limit 1)`

async function staysWhere(ctx: MemberCtx, which: SQL): Promise<MyStay[]> {
  const rows = await ctx.store.read.rows<Omit<MyStay, 'isConfirmed'> & { confidence: string }>(sql`
    select s.id as id, s.school_id as "schoolId", p.name as "schoolName", p.town as "schoolTown", s.kind as kind,
      ${roleOf(ctx.today)} as role, s.pattern as pattern, s.started_on as "startedOn", s.finished_on as "finishedOn",
      s.confidence as confidence
    from stints s join schools p on p.id = s.school_id
    where s.person_id = ${ctx.viewer} and s.voided_at is null and ${which} order by s.started_on, s.id`)
  return rows.map(({ confidence, ...stay }) => ({ ...stay, isConfirmed: confidence !== 'told' }))
}
