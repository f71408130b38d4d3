import { type SQL, sql } from '@wirearchy/db'
import type { MemberCtx, NearPerson } from '@wirearchy/domain'

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

/** The last number repeated up to a power of two, so that few different statements are prepared. */
function among(found: NearPerson[]): SQL | null {
  const last = found.at(-1)
  if (!last) return null
  const length = 2 ** Math.ceil(Math.log2(found.length))
  const numbers = Array.from({ length }, (_, n) => sql`${(found[n] ?? last).no}`)
  return sql`there.person_id in (select id from people where no in (${sql.join(numbers, sql`, `)}))`
}
