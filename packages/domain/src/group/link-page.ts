import { eq, groups, links, people, providers, type Reader, sql } from '@wirearchy/db'
import type { Ctx } from '@wirearchy/domain'
import { blockedWith } from '@wirearchy/domain/visibility'
import { tidyCode } from './code.ts'
import type { LinkCode } from './input.ts'
import { linkState } from './link-state.ts'
import { yearsInWords } from './title.ts'

const MOST_NAMES = 6

/**
 * What somebody who holds a link sees before they join: which group, who made the link, how many are in, and the
 * first names of a few who let every member know where they trained. A link that is over tells the group and why.
 * @returns state 'unknown' and no group when no link has that code
 */
export async function linkPage(ctx: Ctx, { code }: LinkCode) {
  const [found] = await ctx.store.read
    .select({ link: links, group: groups, provider: providers.name, madeBy: people.displayName })
    .from(links)
    .innerJoin(groups, eq(groups.id, links.groupId))
    .innerJoin(people, eq(people.id, links.createdById))
    .leftJoin(providers, eq(providers.id, groups.providerId))
    .where(eq(links.code, tidyCode(code)))
  if (!found) return { state: 'unknown' as const, group: null }
  const { link, group, provider, madeBy } = found
  const state = linkState(link, ctx.now)
  const about = {
    name: group.name,
    provider,
    years: yearsInWords(group.academicYear),
    startedOn: group.startedOn,
  }
  if (state !== 'open') return { state, group: about, madeBy }
  return {
    state,
    group: about,
    madeBy,
    linkId: link.id,
    expiresAt: link.expiresAt,
    isIn: ctx.viewer !== null && (await isIn(ctx.store.read, group.id, ctx.viewer)),
    slug: group.slug,
    ...(await whoIsIn(ctx, group.id)),
  }
}

const standing = (groupId: string) =>
  sql`group_memberships inside where inside.group_id = ${groupId} and inside.voided_at is null`

async function isIn(read: Reader, groupId: string, viewer: string) {
  const rows = await read.rows(sql`select 1 from ${standing(groupId)} and inside.person_id = ${viewer}`)
  return rows.length > 0
}

async function whoIsIn({ store, viewer }: Ctx, groupId: string) {
  const [counted] = await store.read.rows<{ inside: number }>(sql`
    select count(distinct someone.id) as inside from people someone
    where someone.status = 'active' and someone.id in (select inside.person_id from ${standing(groupId)})`)
  const named = await store.read.rows<{ name: string }>(sql`
    select someone.display_name as name from people someone
    join audiences open_ on open_.person_id = someone.id and open_.field = 'trained_with' and open_.level = 'members'
    where someone.status = 'active' and someone.id in (select inside.person_id from ${standing(groupId)})
    and someone.id not in (${blockedWith(viewer)})
    order by someone.no limit ${MOST_NAMES}`)
  const firstNames = named.map(({ name }) => name.split(' ')[0] ?? name)
  return { howMany: Number(counted?.inside ?? 0), firstNames }
}
