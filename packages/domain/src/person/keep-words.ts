import { and, eq, personNames, personWords, type Tx } from '@wirearchy/db'
import { indexWords } from '@wirearchy/domain'

/** Makes a person findable by exactly their names that are not hidden, in the caller's transaction. */
export async function keepWords(tx: Tx, personId: string) {
  const names = await tx
    .select({ fullName: personNames.fullName })
    .from(personNames)
    .where(and(eq(personNames.personId, personId), eq(personNames.hidden, false)))
  const found = new Set(names.flatMap(({ fullName }) => indexWords(fullName)))
  await tx.delete(personWords).where(eq(personWords.personId, personId))
  if (found.size > 0) await tx.insert(personWords).values([...found].map((word) => ({ word, personId })))
}
