import { eq, inList, schools, sql } from '@wirearchy/db'
import { type Day, dayAsked, type MemberCtx, Problem } from '@wirearchy/domain'
import { schoolByRef } from '@wirearchy/domain/school'
import { blockedWith, liveOn } from '@wirearchy/domain/visibility'
import { BY_HAND } from './by-hand.ts'
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
 * Who is at a school today, for its lead alone. As of an earlier day: who of them had begun by then, and nobody who has
 * left since.
 * @throws Problem bad_input for a day to come
 * @throws Problem not_found for everybody else, in the same words as for no such school
 */
export async function staff(ctx: MemberCtx, { ref, asOf }: StaffOf) {
  const { id: schoolId } = await schoolByRef(ctx, ref)
  if (!(await isLead(ctx.store.read, ctx, schoolId))) throw Problem.notFound()
  const on = dayAsked(ctx, asOf)
  const [school] = await ctx.store.read
    .select({ id: schools.id, name: schools.name, town: schools.town, nation: schools.nation })
    .from(schools)
    .where(eq(schools.id, schoolId))
  if (!school) throw Problem.notFound()
  return { school, lines: await linesOf(ctx, schoolId, on) }
}

/** What lies ahead today was not known on an earlier day. */
const NOT_YET_KNOWN = { leavesOn: null, reportedLastDay: null }

type Row = Omit<StaffLine, 'isConfirmed' | 'isMe'> & { confidence: string }

/** Live stays at one school, by name, without anybody blocked either way. */
async function linesOf(ctx: MemberCtx, schoolId: string, on: Day): Promise<StaffLine[]> {
  const { today, viewer } = ctx
  const rows = await ctx.store.read.rows<Row>(sql`
    select s.id as "stintId", s.person_id as "personId", p.display_name as name, s.kind as kind,
      (select r.role from stint_roles r where r.stint_id = s.id and r.voided_at is null and ${liveOn('r', today)} and r.started_on <= ${on}
        order by r.started_on desc, r.id limit 1) as role,
      s.started_on as "startedOn", s.confidence as confidence,
      (select c.day from move_claims c where c.stint_id = s.id and c.says = 'ended' and c.by_as = 'old_school'
        and c.accepted_at is null and c.withdrawn_at is null and c.objected_at is null
        order by c.created_at desc limit 1) as "reportedLastDay",
      case when ${isTold} then s.finished_on end as "leavesOn",
      (select mp.display_name from mentorships m join people mp on mp.id = m.mentor_id
        where m.mentee_stint_id = s.id and m.kind = 'statutory' and m.voided_at is null and ${liveOn('m', today)} and m.started_on <= ${on}
        and coalesce(m.end_reason, '') not in (${inList([...BY_HAND])}) and m.mentor_id not in (${blockedWith(viewer)}) limit 1) as mentor
    from stints s join people p on p.id = s.person_id and p.status = 'active'
    where s.school_id = ${schoolId} and s.voided_at is null and ${liveOn('s', today)} and s.started_on <= ${on}
      and s.person_id not in (${blockedWith(viewer)})
    order by lower(p.display_name), s.id`)
  return rows.map(({ confidence, ...line }) => ({
    ...line,
    ...(on < today ? NOT_YET_KNOWN : {}),
    isConfirmed: confidence !== 'told',
    isMe: line.personId === viewer,
  }))
}

/** A last day ahead shows to the school only when it said so itself, or the person chose to tell it. */
const isTold = sql`(
  exists (select 1 from move_claims c where c.stint_id = s.id and c.says = 'ended' and c.by_as in ('old_school', 'import', 'system')
    and c.withdrawn_at is null and c.objected_at is null)
  or exists (select 1 from moves m where m.from_stint_id = s.id and m.closed_at is null and m.telling ->> 'old_school' = 'now'))`
