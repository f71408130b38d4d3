import { type SQL, sql } from '@wirearchy/db'
import { type Day, groupBy, type MemberCtx } from '@wirearchy/domain'
import { blockedWith, liveOn, peerMemberships } from '@wirearchy/domain/visibility'
import { behindOrCourse, type Tie, tieRows } from '../ties.ts'
import { reasonInWords } from '../words.ts'
import type { Question } from './known-there.ts'
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

/**
 * People at the school today, and on the day asked about, who chose to be found at two steps: `groups` through training
 * groups alone, `members` through any tie.
 */
const findable = (ctx: MemberCtx, { schoolId, on, those }: Question): SQL => sql`
  select there.person_id as id, chosen.level as level from stints there
  join audiences chosen on chosen.person_id = there.person_id and chosen.field = 'two_hops' and chosen.level in ('groups', 'members')
  join people someone on someone.id = there.person_id and someone.status = 'active'
  left join audiences now_ on now_.person_id = there.person_id and now_.field = 'current_school'
  where there.school_id = ${schoolId} and there.voided_at is null and ${liveOn('there', ctx.today)} and there.started_on <= ${on} and ${isAmong(those)}
    and coalesce(there.audience, now_.level, 'ties') <> 'only_me' and there.person_id <> ${ctx.viewer}
    and there.person_id not in (${blockedWith(ctx.viewer)})`

/**
 * Who is in between the viewer and each findable person at the school, by the findable one's name. Whoever knows them
 * directly today is not two steps away on any day.
 */
export const linksTo = (ctx: MemberCtx, question: Question) =>
  ctx.store.read.rows<Link>(sql`
    with mine as (
      select other_id, max(case when kind = 'group' then 1 else 0 end) as trained
      from (${tieRows(ctx.viewer, question.on, ctx.today)}) tied
      where kind in ${KNOWN_KINDS} and other_id not in (${blockedWith(ctx.viewer)}) group by other_id),
    there as (${findable(ctx, question)}),
    links as (${linksOf(question.on)})
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
    where links.id not in (${knownToday(ctx, question)})
      and (links.level = 'members' or (mine.trained = 1 and links.kind = 'group'))
      and coalesce(any_.level, 'groups') <> 'only_me'
      and not exists (select 1 from blocks b where b.lifted_at is null and
        ((b.blocker_id = links.id and b.blocked_id = links.link_id) or (b.blocker_id = links.link_id and b.blocked_id = links.id)))
    order by end_.display_name, links.id, links.started_on, links.link_id, links.kind desc, links.context_id`)

/** On an earlier day, whom the viewer knows since is left out as well. */
const knownToday = (ctx: MemberCtx, { on }: Question): SQL =>
  on === ctx.today
    ? sql`select other_id from mine`
    : sql`select other_id from (${tieRows(ctx.viewer, ctx.today, ctx.today)}) tied where kind in ${KNOWN_KINDS}`

/** For everybody findable at the school: whom they trained with, or (when they allow it) know in any confirmed way. */
const linksOf = (on: Day): SQL => sql`
  select there.id as id, there.level as level, theirs.person_id as link_id, 'group' as kind, theirs.group_id as context_id,
    case when mine.started_on > theirs.started_on then mine.started_on else theirs.started_on end as started_on,
    ${behindOrCourse(on)} as finished_on
  from there join ${peerMemberships(sql`there.id`)} and mine.started_on <= ${on} and theirs.started_on <= ${on}
  union all select there.id, there.level, c.person_hi, 'connection', null, c.started_on, c.finished_on
    from there join connections c on c.person_lo = there.id and c.voided_at is null and c.started_on <= ${on}
  union all select there.id, there.level, c.person_lo, 'connection', null, c.started_on, c.finished_on
    from there join connections c on c.person_hi = there.id and c.voided_at is null and c.started_on <= ${on}`

/** One findable person as the page shows them. `ties` are the viewer's own, by person. */
export function stepsTo(on: Day, id: string, links: Link[], ties: Map<string, Tie[]>): TwoSteps {
  const byLink = [...groupBy(links, (link) => link.linkId).values()].map((several) => several[0] as Link)
  const named = byLink.filter((link) => link.named === 1)
  return {
    id,
    name: (links[0] as Link).name,
    through: named.slice(0, 3).map((link) => ({
      id: link.linkId,
      name: link.linkName,
      reason: (ties.get(link.linkId) ?? []).map((tie) => reasonInWords(tie, on))[0] ?? '',
      theirs: theirLink(on, link),
    })),
    unnamed: byLink.length - named.length,
  }
}

const theirLink = (on: Day, link: Link) =>
  link.kind === 'group'
    ? reasonInWords({ ...link, otherId: link.id, contextId: null, contextName: link.groupName }, on)
    : 'they know each other'
