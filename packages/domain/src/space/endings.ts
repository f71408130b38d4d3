import { asc, endings, inArray, type Reader } from '@wirearchy/db'
import type { Day } from '@wirearchy/domain'
import type { Pair, Side } from '@wirearchy/domain/mentoring'

/** What one side left for the other at the end. */
export interface EndingSeen {
  mentorshipId: string
  by: Side
  isMine: boolean
  sentence: string
  thanks: string | null
  /** Why, in their own words: null in everybody's eyes but theirs. */
  reason: string | null
  /** From when on they would be glad to be asked again. */
  askAgainOn: Day | null
  createdAt: number
}

/** What the two said at the end of each chapter, oldest first; of reasons only one's own. */
export async function endingsSeen(read: Pick<Reader, 'select'>, pair: Pair): Promise<EndingSeen[]> {
  const rows = await read
    .select()
    .from(endings)
    .where(inArray(endings.mentorshipId, pair.chapterIds))
    .orderBy(asc(endings.createdAt), asc(endings.id))
  return rows.map(({ mentorshipId, by, sentence, thanks, reason, askAgainOn, createdAt }) => {
    const isMine = by === pair.side
    const words = { sentence, thanks, reason: isMine ? reason : null, askAgainOn }
    return { mentorshipId, by, isMine, ...words, createdAt }
  })
}
