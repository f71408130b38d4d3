import { covers, type Day } from '@wirearchy/domain'
import type { SchoolChange } from './after-changes.ts'
import { isLater } from './last-day.ts'
import { resolve, type Stay } from './resolve.ts'
import type { Word } from './word.ts'

/** A stay that began after the last day of its school, and one change that it followed. */
export interface Moved {
  change: SchoolChange
  /** The stay as it was told. */
  stay: Stay
}

/**
 * The changes that a stay follows which begins at a school on a day: while the school is no more by then, it is at
 * the one that came after. Nothing goes round in a circle.
 */
export function wayOn(schoolId: string, day: Day, changes: SchoolChange[]): SchoolChange[] {
  const way: SchoolChange[] = []
  const seen = new Set([schoolId])
  for (let at: string | null = schoolId; at; ) {
    const next = changes
      .filter(({ fromSchoolId, lastDay }) => fromSchoolId === at && lastDay < day)
      .filter(({ toSchoolId }) => toSchoolId !== null && !seen.has(toSchoolId))
      .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))[0]
    at = next?.toSchoolId ?? null
    if (next) way.push(next)
    if (at) seen.add(at)
  }
  return way
}

const keyOf = ({ lastDay, id }: SchoolChange) => `${lastDay} ${id}`

/** The school at the end of a way. */
export const endOf = (way: SchoolChange[]): string | null => way.at(-1)?.toSchoolId ?? null

/**
 * Words about a stay that began when its school was no more are words about the school that came after: whoever
 * joined in those days joined its people, who had gone on there. What they had there already covers it. The end of a
 * stay that a school's own change brought there is no such word: it ends that stay, and none that they have beside it.
 * @returns all words as they are to be read, and the stays that went on so
 */
export function moveWords(words: Word[], changes: SchoolChange[]): { words: Word[]; moved: Moved[] } {
  const told = resolve(words)
  const moved = told.flatMap((stay) =>
    wayOn(stay.schoolId, stay.startedOn, changes).map((change) => ({ change, stay })),
  )
  const read = words.flatMap((word) => {
    const stay = told.find((one) => isOf(one, word))
    const began = stay ?? told.find((one) => isOfMoved(one, word, changes))
    const to = began ? endOf(wayOn(word.schoolId, began.startedOn, changes)) : null
    if (!to) return [word]
    return stay && told.some((other) => isWithin(stay, other, to)) ? [] : [{ ...word, schoolId: to }]
  })
  return { words: read, moved }
}

const isOf = (stay: Stay, { id, schoolId, kind, day }: Word) =>
  stay.words.includes(id) || (stay.schoolId === schoolId && stay.kind === kind && covers(stay, day))

/** True of an end told of a school where a stay came to that had begun at one that was no more. */
const isOfMoved = (stay: Stay, { schoolId, kind, day }: Word, changes: SchoolChange[]) =>
  stay.kind === kind &&
  covers(stay, day) &&
  wayOn(stay.schoolId, stay.startedOn, changes).some(({ toSchoolId }) => toSchoolId === schoolId)

const isWithin = (stay: Stay, other: Stay, schoolId: string) =>
  other.schoolId === schoolId &&
  other.kind === stay.kind &&
  covers(other, stay.startedOn) &&
  other.startedOn < stay.startedOn &&
  !isLater(stay.finishedOn, other.finishedOn)
