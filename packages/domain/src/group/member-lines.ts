import { type SQL, sql } from '@wirearchy/db'
import type { Day, MemberCtx } from '@wirearchy/domain'
import { type SchoolNow, schoolsNow } from '@wirearchy/domain/network'
import { liveOn, overlap, reachFor, sight } from '@wirearchy/domain/visibility'

/** Somebody in a group, as far as the viewer may know them. */
export interface MemberLine {
  id: string
  name: string
  isMe: boolean
  subjects: string[]
  stage: string | null
  /** Where they are today, if they let the viewer see it. */
  schools: SchoolNow[]
  startedOn: Day
  /** The last day of their last time in the group; null while it has none. */
  finishedOn: Day | null
  outcome: string | null
  subgroup: string | null
}

interface Row {
  id: string
  name: string
  subjects: string | string[] | null
  stage: string | null
  startedOn: Day
  finishedOn: Day | null
  outcome: string | null
  subgroup: string | null
}

/**
 * Everybody in a group whom the viewer may see, each once: those their own time there overlapped; whoever runs the
 * group sees all but blocks. Every list and count of a group's members is of these rows.
 * @param on on an earlier day than today, those of them who were in it that day, without what has no dates
 */
export async function memberLines(
  ctx: MemberCtx,
  groupId: string,
  isLead: boolean,
  on: Day,
): Promise<MemberLine[]> {
  const { read } = ctx.store
  const found = await read.rows<Row>(standing(ctx, groupId, isLead, on))
  const rows = on === ctx.today ? found : found.map((row) => ({ ...row, ...UNDATED }))
  const lines = new Map<string, MemberLine>()
  const places = await schoolsNow(ctx, inGroup(groupId), on)
  for (const row of rows) {
    const earlier = lines.get(row.id)
    lines.set(row.id, {
      ...row,
      subjects: typeof row.subjects === 'string' ? JSON.parse(row.subjects) : (row.subjects ?? []),
      isMe: row.id === ctx.viewer,
      schools: places.filter(({ personId }) => personId === row.id),
      startedOn: earlier?.startedOn ?? row.startedOn,
    })
  }
  return [...lines.values()]
}

/** What somebody says of themselves is of today; how a time ended was not known while it went on. */
const UNDATED = { subjects: null, stage: null, outcome: null, subgroup: null }

const inGroup = (groupId: string): SQL =>
  sql`select person_id from group_memberships where group_id = ${groupId} and voided_at is null`

const shown = (field: string, column: string): SQL =>
  sql`case when in_sight.reach >= coalesce((select ${reachFor(sql`a.level`)} from audiences a
    where a.person_id = theirs.person_id and a.field = ${field}), 3) then ${sql.raw(column)} end`

function standing(ctx: MemberCtx, groupId: string, isLead: boolean, on: Day): SQL {
  const mine = sql`exists (select 1 from group_memberships mine where mine.person_id = ${ctx.viewer}
    and mine.group_id = ${groupId} and mine.voided_at is null and ${overlap('mine', 'theirs')})`
  const begun = sql`theirs.started_on <= ${ctx.today}`
  const may = isLead ? sql`1 = 1` : sql`(theirs.person_id = ${ctx.viewer} or (${begun} and ${mine}))`
  /** A last day ahead is its owner's to tell, and known to whoever runs the group; to others the course goes on. */
  const isPast = on < ctx.today
  const isKnown = isPast
    ? sql`1 = 0`
    : isLead
      ? sql`1 = 1`
      : sql`(theirs.person_id = ${ctx.viewer} or coalesce(theirs.finished_on, '') < ${ctx.today})`
  return sql`
    select someone.id as id, someone.display_name as name, theirs.started_on as "startedOn",
      case when ${isKnown} then theirs.finished_on else course.finished_on end as "finishedOn",
      case when ${isKnown} then theirs.outcome end as outcome, part.name as subgroup,
      ${shown('subjects', 'profile.subjects')} as subjects, ${shown('stage', 'profile.stage')} as stage
    from group_memberships theirs
    join (${sight(ctx)}) in_sight on in_sight.person_id = theirs.person_id
    join people someone on someone.id = theirs.person_id
    join groups course on course.id = theirs.group_id
    left join profiles profile on profile.person_id = theirs.person_id
    left join subgroups part on part.id = theirs.subgroup_id
    where theirs.group_id = ${groupId} and theirs.voided_at is null and ${may}
      and ${isPast ? liveOn('theirs', on) : sql`1 = 1`}
    order by theirs.started_on`
}

/** Those who run the group today and did on the day, as far as the viewer may see them. */
export const leadLines = (ctx: MemberCtx, groupId: string, on: Day) =>
  ctx.store.read.rows<{ id: string; name: string }>(sql`
    select distinct someone.id as id, someone.display_name as name from group_leads lead
    join people someone on someone.id = lead.person_id
    where lead.group_id = ${groupId} and ${liveOn('lead', ctx.today)} and lead.started_on <= ${on}
    and lead.person_id in (select person_id from (${sight(ctx)}) in_sight)
    order by name`)
