import { people, personNames, personWords, profiles, type Tx } from '@wirearchy/db'
import { type Ctx, indexWords, newId } from '@wirearchy/domain'
import { nextNo, record } from '@wirearchy/domain/ledger'

/** What a person is called until they say. */
export const UNNAMED = 'New member'

export interface NewPerson {
  /** The name they go by, as they write it. */
  name: string
  source: 'self' | 'import' | 'seed'
}

/**
 * Makes a person inside the caller's transaction: the row, the name they go by, and its findable words.
 * @returns the new person's id
 */
export async function createPerson(tx: Tx, ctx: Ctx, { name, source }: NewPerson): Promise<string> {
  const id = newId(ctx.now)
  const fullName = name.normalize('NFC').trim()
  await tx
    .insert(people)
    .values({ id, no: await nextNo(tx, 'people'), displayName: fullName, createdAt: ctx.now })
  await tx.insert(personNames).values({
    id: newId(ctx.now),
    personId: id,
    kind: 'preferred',
    fullName,
    startedOn: ctx.today,
    source,
  })
  await tx.insert(profiles).values({ personId: id, subjects: [], languages: [], updatedAt: ctx.now })
  const found = indexWords(fullName)
  if (found.length > 0) await tx.insert(personWords).values(found.map((word) => ({ word, personId: id })))
  await record(tx, ctx, { type: 'person.created', personId: id, refs: { person: id }, after: { source } })
  return id
}
