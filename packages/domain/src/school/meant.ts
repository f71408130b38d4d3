import { and, eq, isNull, schoolDecisions, type Tx } from '@wirearchy/db'
import { presentSchools } from './same-school.ts'

/**
 * The school that an id stands for today: a school told of by name may have turned out to be a listed one, and a
 * school that an import made for a new number is the one that goes on under it.
 */
export async function schoolMeant(tx: Pick<Tx, 'select'>, schoolId: string): Promise<string> {
  const [decision] = await tx
    .select({ toSchoolId: schoolDecisions.toSchoolId })
    .from(schoolDecisions)
    .where(and(eq(schoolDecisions.schoolId, schoolId), isNull(schoolDecisions.undoneAt)))
  const meant = decision?.toSchoolId ?? schoolId
  return (await presentSchools(tx, [meant])).get(meant) ?? meant
}
