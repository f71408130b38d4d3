import { type SQL, sql } from '@wirearchy/db'
import type { Day, MemberCtx, NearPerson } from '@wirearchy/domain'
import { oneOf } from '../one-of.ts'

/** Ids of the people to ask the database about, as a subquery; 'anybody' without an index, or 'nobody'. */
export type Among = SQL | 'anybody' | 'nobody'

/**
 * Who may be near, for either question.
 * A person tied through a school alone may be too far to be shown there, and yet chose to be found at two steps.
 */
export interface Proposed {
  direct: Among
  further: Among
}

/** Who at the school on a day may be near the viewer: whom the index proposes, or, without one, anybody. */
export async function proposedAt(ctx: MemberCtx, schoolId: string, on: Day): Promise<Proposed> {
  if (ctx.index === null) return { direct: 'anybody', further: 'anybody' }
  const [numbers] = await ctx.store.read.rows<{ person: number; school: number }>(sql`
    select someone.no as person, place.no as school from people someone, schools place
    where someone.id = ${ctx.viewer} and place.id = ${schoolId}`)
  if (!numbers) return { direct: 'nobody', further: 'nobody' }
  await ctx.index.catchUp()
  const found = ctx.index.near(numbers.person, numbers.school, on)
  return {
    direct: among(found.filter(({ how }) => how !== 'twoSteps')),
    further: among(found.filter(({ how }) => how !== 'known')),
  }
}

const among = (found: NearPerson[]): Among =>
  found.length === 0 ? 'nobody' : sql`select id from people where no in (${oneOf(found.map(({ no }) => no))})`

/** The people asked about as a condition on `there.person_id`. */
export const isAmong = (those: SQL | 'anybody'): SQL =>
  those === 'anybody' ? sql`1 = 1` : sql`there.person_id in (${those})`
