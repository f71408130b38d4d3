import { type Reader, type SQL, sql } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'
import type { Change } from '@wirearchy/graph'
import { dayNumber } from './day-number.ts'

/** A dated fact as the index wants it: `one` is a person, `other` a person, group or school, by `no`. */
interface FactRow {
  no: number
  one: number
  other: number
  startedOn: Day
  finishedOn: Day | null
  /** 0 for a stay that ties nobody yet: self-told, or at no real school. */
  ties: number
  voided: number
}

const DATED = sql.raw(`fact.started_on as "startedOn", fact.finished_on as "finishedOn",
  case when fact.voided_at is null then 0 else 1 end as voided`)

const READS = {
  group: sql`select fact.no as no, someone.no as one, place.no as other, 1 as ties, ${DATED}
    from group_memberships fact join people someone on someone.id = fact.person_id
    join groups place on place.id = fact.group_id`,
  school: sql`select fact.no as no, someone.no as one, place.no as other, ${DATED},
      case when fact.confidence <> 'told' and place.kind in ('school', 'pending') then 1 else 0 end as ties
    from stints fact join people someone on someone.id = fact.person_id
    join schools place on place.id = fact.school_id`,
  mentorship: sql`select fact.no as no, someone.no as one, mentee.no as other, 1 as ties, ${DATED}
    from mentorships fact join people someone on someone.id = fact.mentor_id
    join people mentee on mentee.id = fact.mentee_id`,
  connection: sql`select fact.no as no, someone.no as one, friend.no as other, 1 as ties, ${DATED}
    from connections fact join people someone on someone.id = fact.person_lo
    join people friend on friend.id = fact.person_hi`,
}
export type Relation = keyof typeof READS
export const RELATIONS = Object.keys(READS) as Relation[]

/** The next `many` facts of a relation after this number, in order of number. */
export const factsAfter = (read: Reader, of: Relation, after: number, many: number) =>
  read.rows<FactRow>(sql`${READS[of]} where fact.no > ${after} order by fact.no limit ${many}`)

/** The facts of a relation under these ids; ids of other things find nothing. */
export const factsUnder = (read: Reader, of: Relation, ids: SQL) =>
  read.rows<FactRow>(sql`${READS[of]} where fact.id in (${ids})`)

/** The fact as it is now: in place of its earlier version, or taken out. */
export function changeOf(of: Relation, row: FactRow): Change {
  const isSpan = of === 'group' || of === 'school'
  if (row.voided) {
    return isSpan
      ? { kind: 'span', op: 'void', of, row: row.no }
      : { kind: 'pair', op: 'void', of, row: row.no }
  }
  const { no, one, other, startedOn, finishedOn, ties } = row
  const days = { row: no, from: dayNumber(startedOn), to: dayNumber(finishedOn) }
  return isSpan
    ? { kind: 'span', op: 'put', of, person: one, context: other, confirmed: ties === 1, ...days }
    : { kind: 'pair', op: 'put', of, a: one, b: other, ...days }
}
