import { type Reader, type RHYTHMS, type SQL, sql, type UNITS } from '@wirearchy/db'
import type { Ctx, Day } from '@wirearchy/domain'
import { type Nation, nationIn } from '@wirearchy/domain/calendar'

/** What is known of a pair's time together, and no word of theirs. */
export interface PairFacts {
  mentorshipId: string
  mentorId: string
  menteeId: string
  mentor: string
  mentee: string
  startedOn: Day
  finishedOn: Day | null
  endReason: string | null
  /** Where the mentee teaches: their school days count. */
  nation: Nation
  mentorNation: Nation
  unit: (typeof UNITS)[number] | null
  expectedFinishOn: Day | null
  rhythm: (typeof RHYTHMS)[number]
  /** Of mentoring of their own alone: a school could try any two of its staff by giving one the other as a mentor. */
  isKeptApart: boolean
  isAway: boolean
  firstHeldAt: number | null
  lastHeldAt: number | null
  /** The end of the latest meeting that is booked and not spoken of yet. */
  bookedUntil: number | null
  /** When a side was last reminded, of these meetings alone. */
  mentorNudgedAt: number | null
  menteeNudgedAt: number | null
  /** When a side last heard a reminder of any chapter of the two: whoever looks at one chapter may not learn that. */
  mentorHeardAt: number | null
  menteeHeardAt: number | null
}

/** One chapter's own meetings, those of rows that it was written anew for included; or all that the two ever had. */
type Among = 'chapter' | 'pair'

type Row = Omit<PairFacts, 'isKeptApart' | 'isAway'> & { isKeptApart: number; isAway: number }

/** The facts of standing mentorships (`m` in `where`) between two people who are here. */
export async function factsOf(
  read: Pick<Reader, 'rows'>,
  { today }: Ctx,
  { where, among }: { where: SQL; among: Among },
): Promise<PairFacts[]> {
  const rows = await read.rows<Row>(sql`
    select m.id as "mentorshipId", m.mentor_id as "mentorId", m.mentee_id as "menteeId",
      mentor.display_name as mentor, mentee.display_name as mentee,
      m.started_on as "startedOn", m.finished_on as "finishedOn", m.end_reason as "endReason",
      ${nationIn(sql`mentee.id`)} as nation, ${nationIn(sql`mentor.id`)} as "mentorNation",
      terms.unit as unit, terms.expected_finish_on as "expectedFinishOn", coalesce(terms.rhythm, 'fortnightly') as rhythm,
      m.kind = 'informal' and exists (select 1 from blocks b where b.lifted_at is null
        and ((b.blocker_id = m.mentor_id and b.blocked_id = m.mentee_id)
          or (b.blocker_id = m.mentee_id and b.blocked_id = m.mentor_id))) as "isKeptApart",
      exists (select 1 from pauses away where away.person_id in (m.mentor_id, m.mentee_id) and away.voided_at is null
        and away.started_on <= ${today} and coalesce(away.finished_on, '9999-12-31') >= ${today}) as "isAway",
      ${met(sql`min(held.starts_at)`, 'happened', among)} as "firstHeldAt",
      ${met(sql`max(held.starts_at)`, 'happened', among)} as "lastHeldAt",
      ${met(sql`max(held.ends_at)`, 'booked', among)} as "bookedUntil",
      ${nudgedAt('mentor', among)} as "mentorNudgedAt", ${nudgedAt('mentee', among)} as "menteeNudgedAt",
      ${nudgedAt('mentor', 'pair')} as "mentorHeardAt", ${nudgedAt('mentee', 'pair')} as "menteeHeardAt"
    from mentorships m
    join people mentor on mentor.id = m.mentor_id and mentor.status = 'active'
    join people mentee on mentee.id = m.mentee_id and mentee.status = 'active'
    left join agreements terms on terms.mentorship_id = m.id
    where m.voided_at is null and ${where}
    order by m.started_on, m.no`)
  return rows.map((row) => ({ ...row, isKeptApart: row.isKeptApart === 1, isAway: row.isAway === 1 }))
}

const SAME_TWO = sql`same.mentor_id = m.mentor_id and same.mentee_id = m.mentee_id`
/** True of a row (alias `same`) that is of the chapter `m`: itself, or what it was written anew for. */
export const IN_CHAPTER = sql`${SAME_TWO} and (same.id = m.id or (same.voided_at is not null and same.kind = m.kind))`
const OF = { pair: SAME_TWO, chapter: IN_CHAPTER }

/** A meeting counts as held once one of the two has said so: only then is it `happened`. */
const met = (what: SQL, state: 'happened' | 'booked', among: Among) => sql`(
  select ${what} from mentorships same join meetings held on held.mentorship_id = same.id
  where ${OF[among]} and held.state = ${state})`

const nudgedAt = (side: 'mentor' | 'mentee', among: Among) => sql`(
  select max(told.created_at) from mentorships same join nudges told on told.mentorship_id = same.id
  where ${OF[among]} and told."to" = ${side})`
