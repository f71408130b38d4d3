import { eq, schools, sql } from '@wirearchy/db'
import { type Day, type MemberCtx, Problem } from '@wirearchy/domain'
import { schoolByRef } from '@wirearchy/domain/school'
import { blockedWith, liveOn } from '@wirearchy/domain/visibility'
import type { StaffOf } from './input.ts'
import { isLead } from './lead.ts'
import type { StintKind, StintRole } from './word.ts'

/** One live member of a school's staff, as its lead sees them: nothing of before, nothing of why. */
export interface StaffLine {
  stintId: string
  personId: string
  name: string
  kind: StintKind
  role: StintRole | null
  startedOn: Day
  /** The last day, when it has been told to the school or is known through it; else null. */
  leavesOn: Day | null
  /** The last day that the school reported and the person has not answered yet. */
  reportedLastDay: Day | null
  isConfirmed: boolean
  /** The name of their statutory mentor here today. */
  mentor: string | null
  isMe: boolean
}

/**
 * Who is at a school today, for its lead alone.
 * @throws Problem not_found for everybody else, in the same words as for no such school
 */
export async function staff(ctx: MemberCtx, { ref }: StaffOf) {
  const { id: schoolId } = await schoolByRef(ctx, ref)
  if (!(await isLead(ctx.store.read, ctx, schoolId))) throw Problem.notFound()
  const [school] = await ctx.store.read
    .select({ id: schools.id, name: schools.name, town: schools.town, nation: schools.nation })
    .from(schools)
    .where(eq(schools.id, schoolId))
  if (!school) throw Problem.notFound()
  return { school, lines: await linesOf(ctx, schoolId) }
}

type Row = Omit<StaffLine, 'isConfirmed' | 'isMe'> & { confidence: string }

/** Live stays at one school, by name, without anybody blocked either way. */
async function linesOf(ctx: MemberCtx, schoolId: string): Promise<StaffLine[]> {
  const { today, viewer } = ctx
  const rows = await ctx.store.read.rows<Row>(sql`
    select s.id as "stintId", s.person_id as "personId", p.display_name as name, s.kind as kind,
      (select r.role from stint_roles r where r.stint_id = s.id and r.voided_at is null and ${liveOn('r', today)}
        order by r.started_on desc, r.id limit 1) as role,
      s.started_on as "startedOn", s.confidence as confidence,
      (select c.day from move_claims c where c.stint_id = s.id and c.says = 'ended' and c.by_as = 'old_school'
        and c.accepted_at is null and c.withdrawn_at is null and c.objected_at is null
        order by c.created_at desc limit 1) as "reportedLastDay",
      case when ${isTold} then s.finished_on end as "leavesOn",
      (select mp.display_name from mentorships m join people mp on mp.id = m.mentor_id
        where m.mentee_stint_id = s.id and m.kind = 'statutory' and m.voided_at is null and ${liveOn('m', today)}
        and m.mentor_id not in (${blockedWith(viewer)}) limit 1) as mentor
    from stints s join people p on p.id = s.person_id and p.status = 'active'
    where s.school_id = ${schoolId} and s.voided_at is null and ${liveOn('s', today)}
      and s.person_id not in (${blockedWith(viewer)})
    order by lower(p.display_name), s.id`)
  return rows.map(({ confidence, ...line }) => ({
    ...line,
    isConfirmed: confidence !== 'told',
    isMe: line.personId === viewer,
  }))
}

/** A last day ahead shows to the school only when it said so itself, or the person chose to tell it. */
const isTold = sql`(
  exists (select 1 from move_claims c where c.stint_id = s.id and c.says = 'ended' and c.by_as in ('old_school', 'import', 'system')
    and c.withdrawn_at is null and c.objected_at is null)
  or exists (select 1 from moves m where m.from_stint_id = s.id and m.closed_at is null and m.telling ->> 'old_school' = 'now'))`
