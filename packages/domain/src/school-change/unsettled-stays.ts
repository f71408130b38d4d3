import { type Reader, sql } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'
import { presentSchools } from '@wirearchy/domain/school'
import { type RegisterLink, successions } from './successions.ts'

/** A school that the person may be at now. */
export interface Candidate {
  schoolId: string
  name: string
  town: string | null
}

/** An open stay of a person at a school whose change nobody has settled. */
export interface UnsettledStay {
  stintId: string
  schoolId: string
  schoolName: string
  changeId: string
  /** `split`: several schools follow · `closed`: none is known · `unclear`: the register contradicts itself. */
  what: 'split' | 'closed' | 'unclear'
  /** The last day of the school as it was. */
  lastDay: Day
  startedOn: Day
  /** Schools that may have followed it, by name; empty when none is known. */
  candidates: Candidate[]
}

type Reads = Pick<Reader, 'rows' | 'select'>

/** A person's stays of which only they can say where they are now, by start; nothing that they have answered already. */
export async function unsettledStays(read: Reads, personId: string, today: Day): Promise<UnsettledStay[]> {
  const rows = await read.rows<Omit<UnsettledStay, 'candidates'> & { toSchoolId: string | null }>(sql`
    select s.id as "stintId", s.school_id as "schoolId", place.name as "schoolName", c.id as "changeId",
      case when c.kind = 'split' then 'split' when c.kind = 'closed' then 'closed' else 'unclear' end as what,
      c.effective_on as "lastDay", s.started_on as "startedOn", c.to_school_id as "toSchoolId"
    from stints s join schools place on place.id = s.school_id
    join school_changes c on c.from_school_id = s.school_id and c.effective_on < ${today} and s.started_on <= c.effective_on
      and ((c.kind = 'split' and c.state = 'applied') or (place.status = 'closed'
        and c.kind in ('replaced', 'merged', 'split', 'closed') and c.state in ('needs_review', 'proposed')))
    where s.person_id = ${personId} and s.voided_at is null and s.finished_on is null
      and not exists (select 1 from move_claims said where said.person_id = s.person_id and said.by_as = 'self'
        and said.school_change_id = c.id and said.withdrawn_at is null)
    order by s.started_on, s.id, c.kind = 'split' desc, c.kind = 'closed', c.effective_on desc, c.id`)
  const first = rows.filter((row, at) => row.stintId !== rows[at - 1]?.stintId)
  return Promise.all(
    first.map(async ({ toSchoolId, ...stay }) => ({
      ...stay,
      candidates: await candidatesOf(read, stay.schoolId, toSchoolId),
    })),
  )
}

/** The schools that the register, or a change, names as following one; by name. */
async function candidatesOf(read: Reads, schoolId: string, named: string | null): Promise<Candidate[]> {
  const refs = await read.rows<{ ref: string }>(
    sql`select ref from school_establishments where school_id = ${schoolId} and scheme = 'gias'`,
  )
  const own = new Set(refs.map(({ ref }) => ref))
  const list = sql.join(
    [...own, ''].map((ref) => sql`${ref}`),
    sql`, `,
  )
  const links = await read.rows<RegisterLink>(sql`
    select from_ref as "fromRef", to_ref as "toRef", link_type as "linkType", established_on as "establishedOn"
    from establishment_links where removed_at is null and (from_ref in (${list}) or to_ref in (${list}))`)
  const next = successions(links, (ref) => own.has(ref)).filter(
    ({ fromRef, toRef }) => own.has(fromRef) && !own.has(toRef),
  )
  return schoolsOf(
    read,
    next.map(({ toRef }) => toRef),
    [named, schoolId],
  )
}

async function schoolsOf(
  read: Reads,
  refs: string[],
  [named, own]: [string | null, string],
): Promise<Candidate[]> {
  const list = sql.join(
    [...refs, ''].map((ref) => sql`${ref}`),
    sql`, `,
  )
  const linked = await read.rows<{ id: string }>(
    sql`select school_id as id from school_establishments where scheme = 'gias' and ref in (${list})`,
  )
  const ids = [...linked.map(({ id }) => id), ...(named ? [named] : [])]
  const present = [...new Set((await presentSchools(read, ids)).values())].filter((id) => id !== own)
  if (present.length === 0) return []
  const wanted = sql.join(
    present.map((id) => sql`${id}`),
    sql`, `,
  )
  return read.rows<Candidate>(
    sql`select id as "schoolId", name, town from schools where id in (${wanted}) order by name, town, id`,
  )
}
