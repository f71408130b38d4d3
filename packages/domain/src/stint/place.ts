import { eq, schools, stints, type Tx } from '@wirearchy/db'
import { type MemberCtx, Problem } from '@wirearchy/domain'
import { proposeSchool, schoolByRef, specialSchool } from '@wirearchy/domain/school'

/** Where somebody says they are: a school of the list, one in no list by name, or outside the UK. */
export interface Place {
  schoolId?: string | undefined
  schoolName?: string | undefined
  schoolTown?: string | undefined
  schoolNation?: 'england' | 'wales' | 'scotland' | 'northern_ireland' | 'outside_uk' | undefined
}

/**
 * The school that was meant. A name in no list is kept as told until somebody has looked at it.
 * @returns null when no school was named
 * @throws Problem not_found for a school the asker may not see
 */
export async function placeOf(ctx: MemberCtx, place: Place): Promise<string | null> {
  if (place.schoolId) return (await schoolByRef(ctx, place.schoolId)).id
  if (!place.schoolName) return null
  if (!place.schoolTown)
    throw new Problem('bad_input', 'Write the town or city, so that others know which school you mean.', {
      field: 'schoolTown',
    })
  const told = { name: place.schoolName, town: place.schoolTown, nation: place.schoolNation ?? 'england' }
  return (await proposeSchool(ctx, told)).id
}

/** The one place for everybody who teaches outside the UK and names no school. Nobody is near anybody through it. */
export const outsideUk = (tx: Tx, ctx: MemberCtx) => specialSchool(tx, ctx, 'outside_uk')

/** What a school is called on screen and in letters. */
export async function nameOf(tx: Pick<Tx, 'select'>, schoolId: string): Promise<string> {
  const [school] = await tx.select({ name: schools.name }).from(schools).where(eq(schools.id, schoolId))
  return school?.name ?? 'a school'
}

/** The school of a stay; null when there is no such stay. */
export async function schoolOfStint(tx: Pick<Tx, 'select'>, stintId: string | null) {
  if (!stintId) return null
  const [school] = await tx
    .select({ id: schools.id, name: schools.name, kind: schools.kind })
    .from(stints)
    .innerJoin(schools, eq(schools.id, stints.schoolId))
    .where(eq(stints.id, stintId))
  return school ?? null
}
