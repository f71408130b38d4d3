import { type SQL, sql } from '@wirearchy/db'
import type { MemberCtx, NearPerson } from '@wirearchy/domain'
import { oneOf } from '../one-of.ts'

/**
 * Whom to ask the database about, as a condition on `there.person_id`; null when there is nobody to ask about.
 * A person tied through a school alone may be too far to be shown there, and yet chose to be found at two steps.
 */
export interface Proposed {
  direct: SQL | null
  further: SQL | null
}

/** Who at the school may be near the viewer: whom the index proposes, or, without one, anybody. */
export async function proposedAt(ctx: MemberCtx, schoolId: string): Promise<Proposed> {
  if (ctx.index === null) return { direct: sql`1 = 1`, further: sql`1 = 1` }
  const [numbers] = await ctx.store.read.rows<{ person: number; school: number }>(sql`
    select someone.no as person, place.no as school from people someone, schools place
    where someone.id = ${ctx.viewer} and place.id = ${schoolId}`)
  if (!numbers) return { direct: null, further: null }
  await ctx.index.catchUp()
  const found = ctx.index.near(numbers.person, numbers.school, ctx.today)
  return {
    direct: among(found.filter(({ how }) => how !== 'twoSteps')),
    further: among(found.filter(({ how }) => how !== 'known')),
  }
}

const among = (found: NearPerson[]): SQL | null =>
  found.length === 0
    ? null
    : sql`there.person_id in (select id from people where no in (${oneOf(found.map(({ no }) => no))}))`
