import { type SQL, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { tieRows } from '@wirearchy/domain/network'
import { blockedWith, peerMemberships, sight } from '@wirearchy/domain/visibility'

const KNOWN_KINDS = sql.raw(`('group', 'mentor', 'mentee', 'connection')`)

/** Whom the viewer knows, and whether they trained together: columns link_id, trained. Not whom either keeps out. */
export const knownLinks = ({ viewer, today }: MemberCtx): SQL => sql`
  select tied.other_id as link_id, max(case when tied.kind = 'group' then 1 else 0 end) as trained
  from (${tieRows(viewer, today, today)}) tied join people link on link.id = tied.other_id and link.status = 'active'
  left join audiences named on named.person_id = tied.other_id and named.field = 'named_as_link'
  where tied.kind in ${KNOWN_KINDS} and coalesce(named.level, 'groups') <> 'only_me'
    and tied.other_id not in (${blockedWith(viewer)})
    and not exists (select 1 from kept_apart mine where mine.person_id = ${viewer} and mine.other_id = tied.other_id
      and mine.lifted_at is null)
  group by tied.other_id`

/** True when two people keep each other out, whoever of them said so. */
export const areBlocked = (one: string, other: string): SQL => {
  const [a, b] = [sql.raw(one), sql.raw(other)]
  return sql`exists (select 1 from blocks kept where kept.lifted_at is null
    and ((kept.blocker_id = ${a} and kept.blocked_id = ${b}) or (kept.blocker_id = ${b} and kept.blocked_id = ${a})))`
}

/**
 * Mentors whom the viewer may find: who is in sight, and who is two steps away through somebody both know. Whoever makes
 * an offer is found two steps away too; the page of the offer says so. Columns person_id and steps (1 or 2). It begins
 * with the few whom the viewer knows (`cross join` keeps the order), and never walks through a table.
 */
export const withinReach = (ctx: MemberCtx): SQL => sql`
  with link as materialized (${knownLinks(ctx)})
  select person_id, min(steps) as steps from (
    select in_sight.person_id as person_id, 1 as steps from (${sight(ctx)}) in_sight
    union all select theirs.person_id, 2 from link cross join ${peerMemberships(sql`link.link_id`)}
      and mine.started_on <= ${ctx.today} and theirs.started_on <= ${ctx.today} and ${isFound('link.link_id', 'theirs.person_id')}
    union all select c.person_hi, 2 from link cross join connections c where c.person_lo = link.link_id
      and c.voided_at is null and c.started_on <= ${ctx.today} and ${isFound('c.person_lo', 'c.person_hi')}
    union all select c.person_lo, 2 from link cross join connections c where c.person_hi = link.link_id
      and c.voided_at is null and c.started_on <= ${ctx.today} and ${isFound('c.person_hi', 'c.person_lo')}
  ) found group by person_id`

/** True of somebody who offers, and whom the one in between does not keep out. */
const isFound = (link: string, mentor: string): SQL => sql`
  exists (select 1 from mentor_offers made where made.person_id = ${sql.raw(mentor)}) and not ${areBlocked(link, mentor)}`
