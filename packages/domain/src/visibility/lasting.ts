import { eq, people, type Reader } from '@wirearchy/db'

/** The id under which a person is found today: of a record that was joined to another, the other's. Any id may be asked. */
export async function lastingId(read: Pick<Reader, 'select'>, id: string): Promise<string> {
  const [row] = await read.select({ into: people.mergedIntoId }).from(people).where(eq(people.id, id))
  return row?.into ?? id
}
