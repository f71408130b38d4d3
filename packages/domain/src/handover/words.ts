import { asc, eq, handoverWords, type Reader } from '@wirearchy/db'
import type { Names } from './names.ts'
import type { Approved, Part } from './pages.ts'

export interface WordsSeen {
  id: string
  by: Part
  name: string
  isMine: boolean
  text: string
  createdAt: number
}

/** What the three said, oldest first; without what was said by whoever the viewer is kept apart from. */
export async function wordsOf(
  read: Pick<Reader, 'select'>,
  { row, as }: Approved,
  names: Names,
): Promise<WordsSeen[]> {
  const said = await read
    .select()
    .from(handoverWords)
    .where(eq(handoverWords.handoverId, row.id))
    .orderBy(asc(handoverWords.createdAt), asc(handoverWords.id))
  return said.flatMap(({ id, by, text, createdAt }) => {
    const name = names[by]
    return name === null ? [] : [{ id, by, name, isMine: by === as, text, createdAt }]
  })
}
