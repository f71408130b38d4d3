import { and, inArray, isNull, type SQL, schoolEstablishments, schools, sql } from '@wirearchy/db'
import type { Ctx } from '../context.ts'
import type { SearchSchools } from './input.ts'
import { isListedFor } from './listed.ts'
import { askedOf } from './search/asked.ts'
import { foundBy } from './search/found.ts'

/** A school as a search shows it: enough to tell it from its neighbours. */
export interface SchoolHit {
  id: string
  name: string
  town: string | null
  postcode: string | null
  laName: string | null
  phase: string | null
  nation: string | null
  status: 'open' | 'closed' | 'proposed_to_close' | 'proposed_to_open' | 'unknown'
  closedOn: string | null
  /** Its present URN, or null when no register we hold has it. */
  urn: string | null
}

/**
 * Finds schools by name, town, postcode or URN, from two letters on; the last word may be unfinished.
 * A URN or postcode comes first, then names that begin so, then schools with all the words; open before
 * closed; then by name, town and number, so that the same question has the same answer.
 */
export async function searchSchools(ctx: Ctx, { q, limit = 10 }: SearchSchools): Promise<SchoolHit[]> {
  const asked = askedOf(q)
  if (!asked) return []
  const found = await foundBy(ctx.store.read, asked)
  const hits = await hitsOf(ctx, found.rows, limit)
  if (hits.length >= limit || !found.isPart) return withUrns(ctx, hits)
  return withUrns(ctx, await hitsOf(ctx, (await foundBy(ctx.store.read, asked, true)).rows, limit))
}

type Hit = Omit<SchoolHit, 'urn'>

/** A cross join keeps the few that were found in front: an engine that guesses would walk every school. */
const hitsOf = (ctx: Ctx, found: SQL, limit: number) =>
  ctx.store.read.rows<Hit>(sql`
    select s.id, s.name, s.town, s.postcode, s.la_name as "laName", s.phase, s.nation, s.status,
      s.closed_on as "closedOn"
    from (select school_id, min(tier) as tier, min(weight) as weight from (${found}) as each group by school_id) as found
    cross join ${schools} s
    where s.id = found.school_id and ${isListedFor(ctx.viewer)}
    order by found.tier, s.status = 'closed', found.weight, s.name, s.town, s.no
    limit ${limit}`)

async function withUrns(ctx: Ctx, hits: Hit[]): Promise<SchoolHit[]> {
  const ids = hits.map(({ id }) => id)
  const links = await ctx.store.read
    .select()
    .from(schoolEstablishments)
    .where(and(inArray(schoolEstablishments.schoolId, ids), isNull(schoolEstablishments.untilOn)))
    .orderBy(schoolEstablishments.ref)
  const urns = new Map(
    links.flatMap(({ scheme, schoolId, ref }) => (scheme === 'gias' ? [[schoolId, ref]] : [])),
  )
  return hits.map((hit) => ({ ...hit, urn: urns.get(hit.id) ?? null }))
}
