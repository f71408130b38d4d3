import { sql } from '@wirearchy/db'
import { type Ctx, Problem } from '@wirearchy/domain'
import { type SchoolHit, searchSchools } from '@wirearchy/domain/school'
import type { PendingRef } from './input.ts'
import { pendingWhere } from './pending-schools.ts'
import { mustReview } from './reviewer.ts'

const MOST = 5

/**
 * One school told of by name, with listed schools that may be meant, the likeliest first.
 * @throws Problem not_found for whoever does not look after the list, and for any other school
 */
export async function pendingSchool(ctx: Ctx, { schoolId }: PendingRef) {
  await mustReview(ctx)
  const [school] = await pendingWhere(
    ctx,
    sql`s.id = ${schoolId} and (s.kind = 'pending' or d.id is not null)`,
  )
  if (!school) throw Problem.notFound()
  return { ...school, matches: await matchesOf(ctx, school) }
}

/** The name in its town, then the name anywhere, then its first words; the asker's own told schools left out. */
async function matchesOf(ctx: Ctx, { name, town }: { name: string; town: string | null }) {
  const asNobody = { ...ctx, viewer: null }
  const firstWords = name.split(/\s+/).slice(0, 2).join(' ')
  const found = new Map<string, SchoolHit>()
  for (const q of [`${name} ${town ?? ''}`, name, `${firstWords} ${town ?? ''}`])
    for (const hit of await searchSchools(asNobody, { q: q.trim(), limit: MOST })) found.set(hit.id, hit)
  return [...found.values()].slice(0, MOST)
}
