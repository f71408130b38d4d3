import { type SQL, schoolEstablishments, schools, sql } from '@wirearchy/db'
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
  if (hits.length >= limit || !found.isPart) return hits
  return hitsOf(ctx, (await foundBy(ctx.store.read, asked, true)).rows, limit)
}

/** A cross join keeps the few that were found in front: an engine that guesses would walk every school. */
const hitsOf = (ctx: Ctx, found: SQL, limit: number) =>
  ctx.store.read.rows<SchoolHit>(sql`
    select hit.id, hit.name, hit.town, hit.postcode, hit.la_name as "laName", hit.phase, hit.nation, hit.status,
      hit.closed_on as "closedOn",
      (select max(ref) from ${schoolEstablishments} e
        where e.school_id = hit.id and e.scheme = 'gias' and e.until_on is null) as urn
    from (
      select s.*, found.tier, found.weight
      from (select school_id, min(tier) as tier, min(weight) as weight from (${found}) as each group by school_id) as found
      cross join ${schools} s
      where s.id = found.school_id and ${isListedFor(ctx.viewer)}
      order by found.tier, s.status = 'closed', found.weight, s.name, s.town, s.no
      limit ${limit}
    ) as hit
    order by hit.tier, hit.status = 'closed', hit.weight, hit.name, hit.town, hit.no`)
