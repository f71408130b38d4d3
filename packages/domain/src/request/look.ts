import { asc, eq, mentoringWords, type Reader } from '@wirearchy/db'
import type { Ctx, Day } from '@wirearchy/domain'
import { type Nation, nationOf, schoolDaysBetween } from '@wirearchy/domain/calendar'

type Read = Pick<Reader, 'select' | 'rows'>

/** Until when an answer is waited for, as both sides read it. */
export interface Deadline {
  /** The last day; it is over at midnight in London. */
  dueOn: Day
  /** School days left, that day among them; 0 on the day itself and after it. */
  daysLeft: number
  /** Whose school calendar counts. */
  nation: Nation
}

/** A deadline as it stands today. */
export async function deadlineFor(
  read: Read,
  { today }: Ctx,
  dueOn: Day,
  personId: string,
): Promise<Deadline> {
  const nation = await nationOf(read, personId)
  return { dueOn, daysLeft: schoolDaysBetween(today, dueOn, nation), nation }
}

/** What a mentor asked first and what was answered, in order. */
export const wordsOf = (read: Read, askId: string) =>
  read
    .select({
      by: mentoringWords.by,
      text: mentoringWords.text,
      at: mentoringWords.createdAt,
    })
    .from(mentoringWords)
    .where(eq(mentoringWords.askId, askId))
    .orderBy(asc(mentoringWords.createdAt), asc(mentoringWords.id))
