import { eq, people, type Reader } from '@wirearchy/db'

/** What somebody is called. */
export async function nameOf(read: Pick<Reader, 'select'>, personId: string): Promise<string> {
  const [person] = await read.select({ name: people.displayName }).from(people).where(eq(people.id, personId))
  return person?.name ?? 'Somebody'
}
