import { type SQL, sql } from '@wirearchy/db'
import type { MemberCtx } from '@wirearchy/domain'
import { blockedWith, peerMemberships, sight } from '@wirearchy/domain/visibility'
import {
  atMySchools,
  keptApartFrom,
  menteesOf,
  offerStands,
  whoIsLed,
  whoIsTutored,
  whoLeads,
} from './may-be-asked.ts'
import { free } from './places.ts'
import { areBlocked } from './within-reach.ts'

/**
 * True of a request (alias `r`) whose asker may ask the viewer for it now: `mayAsk`, seen from the mentor's side, so that
 * many requests are decided in one query (alias `offer`: the viewer's own). What is symmetric is read as it stands; for
 * the rest there is the other side of each rule. A test holds the two against each other in made worlds.
 */
export const mayAskMe = (ctx: MemberCtx): SQL => sql`
  ${offerStands(ctx)} and ${free(ctx.viewer, sql`r.unit`, ctx.today)} > 0
  and exists (select 1 from people me where me.id = ${ctx.viewer} and me.status = 'active')
  and r.asker_id <> ${ctx.viewer}
  and r.asker_id not in (${blockedWith(ctx.viewer)})
  and r.asker_id not in (${keptApartFrom(ctx.viewer)})
  and r.asker_id not in (${menteesOf(ctx)})
  and r.asker_id not in (${whoIsLed(ctx)})
  and r.asker_id not in (${whoLeads(ctx)})
  and r.asker_id not in (${whoIsTutored(ctx)})
  and not ((r.outside_my_school or offer.outside_my_school) and r.asker_id in (${atMySchools(ctx)}))
  and r.asker_id in (select in_sight.person_id from (${sight(ctx)}) in_sight union all ${throughSomebody(ctx)})`

/** Whoever knows somebody through whom they find the viewer; not who keeps those in between out, or at a distance. */
const throughSomebody = (ctx: MemberCtx): SQL => {
  const { today } = ctx
  return sql`
  select far.asker_id from (
    with link as materialized (${linksOf(ctx)})
    select link.link_id as link_id, theirs.person_id as asker_id from link cross join ${peerMemberships(sql`link.link_id`)}
      and mine.started_on <= ${today} and theirs.started_on <= ${today}
    union select link.link_id, held.mentee_id from link cross join mentorships held on held.mentor_id = link.link_id
      where held.voided_at is null and held.started_on <= ${today}
    union select link.link_id, held.mentor_id from link cross join mentorships held on held.mentee_id = link.link_id
      where held.voided_at is null and held.started_on <= ${today}
    union select link.link_id, c.person_hi from link cross join connections c on c.person_lo = link.link_id
      where c.voided_at is null and c.started_on <= ${today}
    union select link.link_id, c.person_lo from link cross join connections c on c.person_hi = link.link_id
      where c.voided_at is null and c.started_on <= ${today}
  ) far where not ${areBlocked('far.asker_id', 'far.link_id')}
    and not exists (select 1 from kept_apart theirs where theirs.person_id = far.asker_id
      and theirs.other_id = far.link_id and theirs.lifted_at is null)`
}

/** Who may stand between the viewer and somebody: whom they trained with or are connected to, and who is a link at all. */
const linksOf = ({ viewer, today }: MemberCtx): SQL => sql`
  select tied.other_id as link_id from (
    select theirs.person_id as other_id from ${peerMemberships(viewer)}
      and mine.started_on <= ${today} and theirs.started_on <= ${today}
    union select person_hi from connections where person_lo = ${viewer} and voided_at is null and started_on <= ${today}
    union select person_lo from connections where person_hi = ${viewer} and voided_at is null and started_on <= ${today}
  ) tied join people between_ on between_.id = tied.other_id and between_.status = 'active'
  left join audiences named on named.person_id = tied.other_id and named.field = 'named_as_link'
  where coalesce(named.level, 'groups') <> 'only_me' and tied.other_id not in (${blockedWith(viewer)})`
