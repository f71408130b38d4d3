import { eq, people, sql, type Tx } from '@wirearchy/db'
import { Problem } from '@wirearchy/domain'

/**
 * Takes a person's turn: whoever else is changing the same person's career waits until this transaction ends.
 * The first statement of every verb that changes stays.
 * @throws Problem not_found when there is no such active person
 */
export async function takeTurn(tx: Tx, personId: string) {
  const person = await turnOf(tx, personId)
  if (person?.status !== 'active') throw Problem.notFound()
  return person
}

/**
 * The same for what happens to a place, also the nameless one of somebody erased: others' ties with it go on.
 * @throws Problem not_found when another record has taken it over
 */
export async function takeTurnOfPlace(tx: Tx, personId: string) {
  const person = await turnOf(tx, personId)
  if (!person || person.status === 'merged') throw Problem.notFound()
  return person
}

async function turnOf(tx: Tx, personId: string) {
  const [person] = await tx
    .update(people)
    .set({ rev: sql`${people.rev} + 1` })
    .where(eq(people.id, personId))
    .returning({ id: people.id, name: people.displayName, status: people.status })
  return person
}
