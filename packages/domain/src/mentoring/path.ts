import { inList, type SQL, sql } from '@wirearchy/db'
import { groupBy, type MemberCtx } from '@wirearchy/domain'
import { reasonInWords, tiesOf } from '@wirearchy/domain/network'
import { peerMemberships } from '@wirearchy/domain/visibility'
import { areBlocked, knownLinks } from './within-reach.ts'

interface Link {
  id: string
  name: string
  isNamed: number
}

/**
 * How each of these mentors and the viewer are linked, in words: their own tie, or whom both know. Somebody in between is
 * named only when they allow it and the mentor too; otherwise it says that there is somebody, not who.
 */
export async function pathsTo(ctx: MemberCtx, mentorIds: string[]): Promise<Map<string, string>> {
  const ties = groupBy(await tiesOf(ctx, { only: mentorIds }), (tie) => tie.otherId)
  const further = mentorIds.filter((id) => !ties.has(id))
  const links = groupBy(await linksTo(ctx, further), (link) => link.id)
  const paths = new Map<string, string>()
  for (const [id, [tie]] of ties) if (tie) paths.set(id, reasonInWords(tie, ctx.today))
  for (const [id, between] of links) paths.set(id, inBetween(between))
  return paths
}

function inBetween(links: Link[]) {
  const names = links.filter(({ isNamed }) => isNamed === 1).map(({ name }) => name)
  if (names.length === 0) return 'you both know somebody'
  return `knows ${names.slice(0, 2).join(' and ')}, whom you know`
}

/** Whom the viewer knows of those whom each mentor knows, through training groups and connections; those named first. */
const linksTo = (ctx: MemberCtx, mentorIds: string[]) =>
  ctx.store.read.rows<Link>(sql`
    with known as (${knownLinks(ctx)}), links as (${linksOf(ctx, mentorIds)})
    select links.id as id, link.display_name as name,
      max(case when (known.trained = 1 and links.kind = 'group' and coalesce(found.level, 'only_me') in ('groups', 'members'))
        or (named.level = 'members' and found.level = 'members') then 1 else 0 end) as "isNamed"
    from links join known on known.link_id = links.link_id join people link on link.id = links.link_id
    left join audiences named on named.person_id = links.link_id and named.field = 'named_as_link'
    left join audiences found on found.person_id = links.id and found.field = 'two_hops'
    where not ${areBlocked('links.id', 'links.link_id')}
    group by links.id, links.link_id, link.display_name order by "isNamed" desc, link.display_name, links.link_id`)

const linksOf = ({ today }: MemberCtx, mentorIds: string[]): SQL => sql`
  select far.value as id, theirs.person_id as link_id, 'group' as kind from (${inList(mentorIds)}) far
    join ${peerMemberships(sql`far.value`)} and mine.started_on <= ${today} and theirs.started_on <= ${today}
  union all select c.person_lo, c.person_hi, 'connection' from connections c
    where c.person_lo in (${inList(mentorIds)}) and c.voided_at is null and c.started_on <= ${today}
  union all select c.person_hi, c.person_lo, 'connection' from connections c
    where c.person_hi in (${inList(mentorIds)}) and c.voided_at is null and c.started_on <= ${today}`
