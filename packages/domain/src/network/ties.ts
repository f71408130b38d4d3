import { type SQL, sql } from '@wirearchy/db'
import type { Day, MemberCtx } from '@wirearchy/domain'
import { nearbyStints, peerMemberships, sight } from '@wirearchy/domain/visibility'
import { oneOf } from './one-of.ts'

/** How two people are tied. Known: group, mentor, mentee, connection. Nearby: school. */
export type TieKind = 'group' | 'mentor' | 'mentee' | 'connection' | 'school'

/** One reason why the viewer and another person are tied, with the days it holds for (inclusive). */
export interface Tie {
  otherId: string
  kind: TieKind
  /** The group or school they shared; null for a mentorship or a connection. */
  contextId: string | null
  /** What it is called: the group's or school's name. */
  contextName: string | null
  startedOn: Day
  /** The last day together; null while it goes on. */
  finishedOn: Day | null
}

const LATER = sql.raw(
  `case when mine.started_on > theirs.started_on then mine.started_on else theirs.started_on end`,
)
const EARLIER = sql.raw(
  `case when coalesce(mine.finished_on, '9999-12-31') < coalesce(theirs.finished_on, '9999-12-31') then mine.finished_on else theirs.finished_on end`,
)

/**
 * A last day that lies ahead is its owner's to tell: until it is over, what the two share goes on. As of an earlier day
 * what ended since goes on too.
 */
const behind = (end: SQL, on: Day): SQL => sql`case when ${end} < ${on} then ${end} end`
/** In a training group it then goes on to the end of the course, which everybody in it knows. */
export const behindOrCourse = (on: Day): SQL =>
  sql`case when ${EARLIER} < ${on} then ${EARLIER} when ${EARLIER} is not null then
    (select course.finished_on from groups course where course.id = mine.group_id) end`
const OWN_END = sql.raw('finished_on')

/**
 * Every reason for every tie of one person, before anybody's sight is considered: one select per
 * kind of context, the overlap of two spans each, without last days still ahead. Columns as in Tie, snake_case.
 * @param asOf ties whose time together began on or before this day, as they were then; a tie outlives its context
 * @param today the day on which hiding is decided
 */
export const tieRows = (personId: string | SQL, asOf: Day, today: Day): SQL => sql`
  select theirs.person_id as other_id, 'group' as kind, mine.group_id as context_id, ${LATER} as started_on, ${behindOrCourse(asOf)} as finished_on
    from ${peerMemberships(personId)} and mine.started_on <= ${asOf} and theirs.started_on <= ${asOf}
  union all select theirs.person_id, 'school', mine.school_id, ${LATER}, ${behind(EARLIER, asOf)}
    from ${nearbyStints(personId, today)} and mine.started_on <= ${asOf} and theirs.started_on <= ${asOf}
  union all select mentee_id, 'mentee', null, started_on, ${behind(OWN_END, asOf)} from mentorships
    where mentor_id = ${personId} and voided_at is null and started_on <= ${asOf}
  union all select mentor_id, 'mentor', null, started_on, ${behind(OWN_END, asOf)} from mentorships
    where mentee_id = ${personId} and voided_at is null and started_on <= ${asOf}
  union all select person_hi, 'connection', null, started_on, ${behind(OWN_END, asOf)} from connections
    where person_lo = ${personId} and voided_at is null and started_on <= ${asOf}
  union all select person_lo, 'connection', null, started_on, ${behind(OWN_END, asOf)} from connections
    where person_hi = ${personId} and voided_at is null and started_on <= ${asOf}`

/**
 * Everyone the viewer is tied to and why, one row a reason, oldest first. Permission is decided now;
 * `asOf` only filters within it.
 * @param only restrict to these other people
 */
export async function tiesOf(
  ctx: MemberCtx,
  { asOf = ctx.today, only }: { asOf?: Day; only?: string[] } = {},
) {
  const rows = await ctx.store.read.rows<Record<string, never>>(sql`
    select tie.other_id as "otherId", tie.kind as kind, tie.context_id as "contextId",
      coalesce(g.name, s.name) as "contextName", tie.started_on as "startedOn", tie.finished_on as "finishedOn"
    from (${tieRows(ctx.viewer, asOf, ctx.today)}) tie
    join (${sight(ctx)}) in_sight on in_sight.person_id = tie.other_id
    left join groups g on tie.kind = 'group' and g.id = tie.context_id
    left join schools s on tie.kind = 'school' and s.id = tie.context_id
    ${only ? sql`where tie.other_id in (${oneOf(only)})` : sql``}
    order by tie.started_on, tie.kind, tie.other_id, tie.context_id`)
  return rows as unknown as Tie[]
}
