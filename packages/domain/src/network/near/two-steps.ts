import { type SQL, sql } from '@wirearchy/db'
import { groupBy, type MemberCtx } from '@wirearchy/domain'
import { blockedWith, liveOn, peerMemberships } from '@wirearchy/domain/visibility'
import { type Tie, tieRows } from '../ties.ts'
import { reasonInWords } from '../words.ts'
import { isAmong } from './propose.ts'

/** Somebody two steps away who lets people find them so, and through whom. */
export interface TwoSteps {
  id: string
  name: string
  through: { id: string; name: string; reason: string; theirs: string }[]
  /** How many more people link us who would rather not be named here. */
  unnamed: number
}

/** One person in between, for one findable person. */
export interface Link {
  id: string
  name: string
  linkId: string
  linkName: string
  named: number
  groupName: string | null
  schoolName: string | null
  startedOn: string
  finishedOn: string | null
  kind: Tie['kind']
}

const KNOWN_KINDS = sql.raw(`('group', 'mentor', 'mentee', 'connection')`)

/** People at the school today who chose to be found at two steps: `groups` through training groups alone, `members` through any tie. */
const findable = (ctx: MemberCtx, schoolId: string, those: SQL | 'anybody'): SQL => sql`
  select there.person_id as id, chosen.level as level from stints there
  join audiences chosen on chosen.person_id = there.person_id and chosen.field = 'two_hops' and chosen.level in ('groups', 'members')
  join people someone on someone.id = there.person_id and someone.status = 'active'
  left join audiences now_ on now_.person_id = there.person_id and now_.field = 'current_school'
  where there.school_id = ${schoolId} and there.voided_at is null and ${liveOn('there', ctx.today)} and ${isAmong(those)}
    and coalesce(there.audience, now_.level, 'ties') <> 'only_me' and there.person_id <> ${ctx.viewer}
    and there.person_id not in (${blockedWith(ctx.viewer)})`

/**
 * Who is in between the viewer and each findable person at the school, by the findable one's name.
 * @param those who is asked about
 */
export const linksTo = (ctx: MemberCtx, schoolId: string, those: SQL | 'anybody') =>
  ctx.store.read.rows<Link>(sql`
    with mine as (
      select other_id, max(case when kind = 'group' then 1 else 0 end) as trained
      from (${tieRows(ctx.viewer, ctx.today, ctx.today)}) tied
      where kind in ${KNOWN_KINDS} and other_id not in (${blockedWith(ctx.viewer)}) group by other_id),
    there as (${findable(ctx, schoolId, those)}),
    links as (${linksOf(ctx)})
    select links.id as id, end_.display_name as name, links.link_id as "linkId", link.display_name as "linkName",
      case when (mine.trained = 1 and links.kind = 'group') or any_.level = 'members' then 1 else 0 end as named,
      links.kind as kind, g.name as "groupName", s.name as "schoolName",
      links.started_on as "startedOn", links.finished_on as "finishedOn"
    from links join mine on mine.other_id = links.link_id
    join people link on link.id = links.link_id and link.status = 'active'
    join people end_ on end_.id = links.id
    left join audiences any_ on any_.person_id = links.link_id and any_.field = 'named_as_link'
    left join groups g on links.kind = 'group' and g.id = links.context_id
    left join schools s on links.kind = 'school' and s.id = links.context_id
    where links.id not in (select other_id from mine)
      and (links.level = 'members' or (mine.trained = 1 and links.kind = 'group'))
      and coalesce(any_.level, 'groups') <> 'only_me'
      and not exists (select 1 from blocks b where b.lifted_at is null and
        ((b.blocker_id = links.id and b.blocked_id = links.link_id) or (b.blocker_id = links.link_id and b.blocked_id = links.id)))
    order by end_.display_name, links.id, links.started_on, links.link_id, links.kind desc, links.context_id`)

/** For everybody findable at the school: whom they trained with, or (when they allow it) know in any confirmed way. */
const linksOf = (ctx: MemberCtx): SQL => sql`
  select there.id as id, there.level as level, theirs.person_id as link_id, 'group' as kind, theirs.group_id as context_id,
    case when mine.started_on > theirs.started_on then mine.started_on else theirs.started_on end as started_on,
    case when coalesce(mine.finished_on, '9999-12-31') < coalesce(theirs.finished_on, '9999-12-31') then mine.finished_on else theirs.finished_on end as finished_on
  from there join ${peerMemberships(sql`there.id`)} and mine.started_on <= ${ctx.today} and theirs.started_on <= ${ctx.today}
  union all select there.id, there.level, c.person_hi, 'connection', null, c.started_on, c.finished_on
    from there join connections c on c.person_lo = there.id and c.voided_at is null and c.started_on <= ${ctx.today}
  union all select there.id, there.level, c.person_lo, 'connection', null, c.started_on, c.finished_on
    from there join connections c on c.person_hi = there.id and c.voided_at is null and c.started_on <= ${ctx.today}`

/** One findable person as the page shows them. `ties` are the viewer's own, by person. */
export function stepsTo(ctx: MemberCtx, id: string, links: Link[], ties: Map<string, Tie[]>): TwoSteps {
  const byLink = [...groupBy(links, (link) => link.linkId).values()].map((several) => several[0] as Link)
  const named = byLink.filter((link) => link.named === 1)
  return {
    id,
    name: (links[0] as Link).name,
    through: named.slice(0, 3).map((link) => ({
      id: link.linkId,
      name: link.linkName,
      reason: (ties.get(link.linkId) ?? []).map((tie) => reasonInWords(tie, ctx.today))[0] ?? '',
      theirs: theirLink(ctx, link),
    })),
    unnamed: byLink.length - named.length,
  }
}

const theirLink = (ctx: MemberCtx, link: Link) =>
  link.kind === 'group'
    ? reasonInWords({ ...link, otherId: link.id, contextId: null, contextName: link.groupName }, ctx.today)
    : 'they know each other'
