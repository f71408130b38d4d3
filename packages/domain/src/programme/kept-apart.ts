import { type Reader, type SQL, sql } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'
import { isPastItsDay } from '@wirearchy/domain/mentoring'
import { liveOn } from '@wirearchy/domain/visibility'
import type { Programme } from './find.ts'
import type { ProgrammeRules } from './rules.ts'
import { isIn, isOfGroup } from './who-is-in.ts'

export interface Two {
  menteeId: string
  mentorId: string
}

/**
 * Pairs of a programme that are never made, all in one set, so that nobody can tell one reason from another: somebody
 * with themselves (who may be on both sides since two records of theirs were joined), who keeps whom out or apart, whom
 * the lead ruled out, who mentors whom already (a question or a call
 * past its day no more), and what the rules say of assessors, departments and, in a training
 * group's programme, a mentor's own school.
 */
export function keptApart(
  read: Pick<Reader, 'rows'>,
  { id }: Pick<Programme, 'id'>,
  rules: ProgrammeRules,
  today: Day,
): Promise<Two[]> {
  const sources = [
    sql`select there.person_id, there.person_id from programme_people there where there.programme_id = ${id}`,
    bothWays('blocks', 'blocker_id', 'blocked_id'),
    bothWays('kept_apart', 'person_id', 'other_id'),
    sql`select fix.mentee_id, fix.mentor_id from programme_fixes fix
      where fix.programme_id = ${id} and fix.does = 'bar' and fix.lifted_at is null`,
    sql`select m.mentee_id, m.mentor_id from mentorships m left join agreements terms on terms.mentorship_id = m.id
      where m.voided_at is null and coalesce(m.finished_on, '9999-12-31') >= ${today}
      and not (m.kind <> 'statutory' and ${isPastItsDay(today)})`,
    sql`select own.person_id, offer.person_id from ${sameSchool(today)}
      join mentor_offers offer on offer.person_id = theirs.person_id and offer.closed_at is null and offer.outside_my_school
      and ${isOfGroup(id)}`,
    ...(rules.notAssessor ? [leadsTheirSchool(today), leadsTheirGroup(today)] : []),
    ...(rules.otherDepartment ? [sameDepartment(id, today)] : []),
  ]
  const side = (which: 'mentor' | 'mentee') =>
    sql`select there.person_id from programme_people there where ${isIn(id)} and there.side = ${which}`
  return read.rows<Two>(sql`
    select distinct apart.mentee_id as "menteeId", apart.mentor_id as "mentorId"
    from (select null as mentee_id, null as mentor_id where 1 = 0 union all ${sql.join(sources, sql` union all `)}) apart
    where apart.mentee_id in (${side('mentee')}) and apart.mentor_id in (${side('mentor')})`)
}

/** Whoever of the two said it. */
function bothWays(table: string, by: string, of: string): SQL {
  const [rows, one, other] = [sql.raw(table), sql.raw(by), sql.raw(of)]
  return sql`select ${one}, ${other} from ${rows} where lifted_at is null
    union all select ${other}, ${one} from ${rows} where lifted_at is null`
}

/** Two who are at one school today: aliases `own` and `theirs`. */
const sameSchool = (today: Day): SQL => sql`stints own
  join stints theirs on theirs.school_id = own.school_id and theirs.person_id <> own.person_id
    and own.voided_at is null and theirs.voided_at is null and ${liveOn('own', today)} and ${liveOn('theirs', today)}`

/** Whoever leads a school has a say in how its new teachers are assessed. */
const leadsTheirSchool = (today: Day): SQL => sql`
  select own.person_id, lead.person_id from stints own
  join school_leads lead on lead.school_id = own.school_id and ${liveOn('lead', today)}
  where own.voided_at is null and ${liveOn('own', today)}`

const leadsTheirGroup = (today: Day): SQL => sql`
  select own.person_id, lead.person_id from group_memberships own
  join group_leads lead on lead.group_id = own.group_id and ${liveOn('lead', today)}
  where own.voided_at is null`

const sameDepartment = (programmeId: string, today: Day): SQL => sql`
  select own.person_id, theirs.person_id from ${sameSchool(today)}
  join programme_people mine on mine.programme_id = ${programmeId} and mine.person_id = own.person_id and mine.left_at is null
  join programme_people other on other.programme_id = ${programmeId} and other.person_id = theirs.person_id and other.left_at is null
  where lower(trim(mine.department)) = lower(trim(other.department))`
