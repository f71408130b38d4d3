import { type SQL, sql } from '@wirearchy/db'
import type { Ctx, Day } from '@wirearchy/domain'

const FOREVER = sql.raw(`'9999-12-31'`)

/** The one overlap predicate in SQL: both spans inclusive. `mine` and `theirs` are table aliases of ours. */
export const overlap = (mine: string, theirs: string): SQL => {
  const [m, t] = [sql.raw(mine), sql.raw(theirs)]
  return sql`${t}.started_on <= coalesce(${m}.finished_on, ${FOREVER}) and ${m}.started_on <= coalesce(${t}.finished_on, ${FOREVER})`
}

/** True of a stint that is hidden from everybody but its owner (and its own school's lead). */
const hidden = (stint: string, audience: string, today: Day): SQL => {
  const [s, a] = [sql.raw(stint), sql.raw(audience)]
  return sql`coalesce(${s}.audience, case when coalesce(${s}.finished_on, ${FOREVER}) >= ${today} then ${a}.level end, 'ties') = 'only_me'`
}

/** Pairs of stints that make two people near: confirmed, at one real school, overlapping, neither hidden. */
export const nearbyStints = (viewer: string | SQL, today: Day): SQL => sql`
  stints mine
  join stints theirs on theirs.school_id = mine.school_id and theirs.person_id <> mine.person_id
  join schools place on place.id = mine.school_id and place.kind in ('school', 'pending')
  left join audiences my_audience on my_audience.person_id = mine.person_id and my_audience.field = 'current_school'
  left join audiences their_audience on their_audience.person_id = theirs.person_id and their_audience.field = 'current_school'
  where mine.person_id = ${viewer} and mine.voided_at is null and theirs.voided_at is null
  and mine.confidence <> 'told' and theirs.confidence <> 'told'
  and ${overlap('mine', 'theirs')}
  and not ${hidden('mine', 'my_audience', today)} and not ${hidden('theirs', 'their_audience', today)}`

/** Pairs of memberships that make two people group peers. A tie made by overlap outlives the group. */
export const peerMemberships = (viewer: string | SQL): SQL => sql`
  group_memberships mine
  join group_memberships theirs on theirs.group_id = mine.group_id and theirs.person_id <> mine.person_id
  where mine.person_id = ${viewer} and mine.voided_at is null and theirs.voided_at is null
  and ${overlap('mine', 'theirs')}`

/** Everybody the viewer is related to at all, one select per relation, with the reach it gives. */
function related({ viewer, today }: Ctx): SQL {
  return sql`
  select theirs.person_id as person_id, 4 as reach from ${peerMemberships(viewer ?? '')}
    and mine.started_on <= ${today} and theirs.started_on <= ${today}
  union all select person_hi, 4 from connections where person_lo = ${viewer} and voided_at is null and started_on <= ${today}
  union all select person_lo, 4 from connections where person_hi = ${viewer} and voided_at is null and started_on <= ${today}
  union all select mentee_id, 4 from mentorships where mentor_id = ${viewer} and voided_at is null and started_on <= ${today}
  union all select mentor_id, 4 from mentorships where mentee_id = ${viewer} and voided_at is null and started_on <= ${today}
  union all select theirs.person_id,
      case when ${liveOn('mine', today)} and ${liveOn('theirs', today)} then 2 else 1 end
    from ${nearbyStints(viewer ?? '', today)} and mine.started_on <= ${today} and theirs.started_on <= ${today}
  union all select lead.person_id, 3 from group_memberships mine
    join group_leads lead on lead.group_id = mine.group_id and ${liveOn('lead', today)}
    where mine.person_id = ${viewer} and mine.voided_at is null
  union all select theirs.person_id, 3 from group_leads lead
    join group_memberships theirs on theirs.group_id = lead.group_id and theirs.voided_at is null
    where lead.person_id = ${viewer} and ${liveOn('lead', today)}
  union all select theirs.person_id, 2 from stints theirs
    where theirs.school_id in (${ledSchools(viewer, today)}) and theirs.voided_at is null and ${liveOn('theirs', today)}`
}

/** True of a span that covers a day. */
export const liveOn = (span: string, day: Day): SQL => {
  const s = sql.raw(span)
  return sql`(${s}.started_on <= ${day} and coalesce(${s}.finished_on, ${FOREVER}) >= ${day})`
}

/** The schools a person leads today: a live grant, and a live stint of their own there. */
export const ledSchools = (viewer: string | null, today: Day): SQL => sql`
  select grant_.school_id from school_leads grant_
  join stints own on own.person_id = grant_.person_id and own.school_id = grant_.school_id
    and own.voided_at is null and ${liveOn('own', today)}
  where grant_.person_id = ${viewer} and ${liveOn('grant_', today)}`

/** Everybody the viewer has blocked or is blocked by. It subtracts from every read. */
export const blockedWith = (viewer: string | SQL | null): SQL => sql`
  select blocked_id from blocks where blocker_id = ${viewer} and lifted_at is null
  union select blocker_id from blocks where blocked_id = ${viewer} and lifted_at is null`

/**
 * The set every read of people starts from: whom the viewer may see now, and with what reach
 * (columns person_id, reach). Permission is decided at ctx.today; ended relations of one's own stay, and so do
 * erased people, nameless.
 */
export const sight = (ctx: Ctx): SQL => sql`
  select seen.person_id as person_id, max(seen.reach) as reach
  from (${related(ctx)} union all select ${ctx.viewer}, 5) seen
  join people someone on someone.id = seen.person_id and someone.status <> 'merged'
  where seen.person_id not in (${blockedWith(ctx.viewer)})
  group by seen.person_id`
