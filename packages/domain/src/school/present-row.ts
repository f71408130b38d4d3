import {
  and,
  eq,
  establishments,
  isNull,
  schoolEstablishments,
  schools,
  schoolWords,
  type Tx,
} from '@wirearchy/db'
import { factsOf, findableOf } from './import/school-of.ts'
import { rewriteWords } from './words.ts'

/**
 * Brings a school up to its present row of the register: name, place, status, and the words that find it. A school
 * whose last row went to another school is found no more.
 * @returns the school's name now; null when it has no present row
 */
export async function followPresentRow(tx: Tx, schoolId: string): Promise<string | null> {
  const [present] = await tx
    .select({ row: establishments })
    .from(schoolEstablishments)
    .innerJoin(
      establishments,
      and(
        eq(establishments.scheme, schoolEstablishments.scheme),
        eq(establishments.ref, schoolEstablishments.ref),
      ),
    )
    .where(and(eq(schoolEstablishments.schoolId, schoolId), isNull(schoolEstablishments.untilOn)))
    .orderBy(schoolEstablishments.ref)
    .limit(1)
  if (!present) {
    await tx.delete(schoolWords).where(eq(schoolWords.schoolId, schoolId))
    return null
  }
  await tx.update(schools).set(factsOf(present.row)).where(eq(schools.id, schoolId))
  await rewriteWords(tx, [{ ...findableOf(schoolId, present.row), refs: await refsOf(tx, schoolId) }])
  return present.row.name
}

async function refsOf(tx: Tx, schoolId: string): Promise<string[]> {
  const rows = await tx
    .select({ ref: schoolEstablishments.ref })
    .from(schoolEstablishments)
    .where(eq(schoolEstablishments.schoolId, schoolId))
  return rows.map(({ ref }) => ref)
}
