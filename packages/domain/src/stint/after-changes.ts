import { addDays, covers, type Day, dayAfter, dayBefore } from '@wirearchy/domain'
import { endOf, wayOn } from './move-words.ts'
import type { EndBySchool, Stay } from './resolve.ts'
import { counts, strongest, type Word } from './word.ts'

/** A change that a school has been through: its people go on at another school, or at none that is known. */
export interface SchoolChange {
  id: string
  fromSchoolId: string
  /** Null when the school closed and none follows it. */
  toSchoolId: string | null
  /** The last day of the school as it was, included. */
  lastDay: Day
  /** UTC milliseconds: words from before were said of an earlier time that it stood. */
  appliedAt: number
}

/** A stay that a change of its school ends. */
export interface Reached {
  change: SchoolChange
  stay: Stay
  /** The time at the school that follows, unless they had one there of their own. */
  rest: Stay | null
  /** Changes of the school that follows from before the rest began: it is at the one after them. */
  onward: SchoolChange[]
}

interface Asked {
  changes: SchoolChange[]
  /** The person's standing words. */
  words: Word[]
  /** Words that were told of a school that was no more. */
  moved: Set<string>
  /** True of somebody who took the stay at the school that follows out of their story. */
  isRefused(change: SchoolChange, stay: Stay): boolean
}

/** Within these days of a change, a start that somebody tells of is how they came through it. */
const SOON_DAYS = 92

/**
 * What changes of schools make of a person's own stays: a stay that covers the day after its school's last day ends
 * there and, when another school follows, goes on at that one until the day it would have ended. Whoever was there
 * already, or says from when, keeps their own stay, which then carries the earlier one on. A pure function: it does
 * not matter which came first, the change or the word.
 * @returns the stays, and which were reached by which change
 */
export function afterChanges(own: Stay[], { changes, words, moved, isRefused }: Asked) {
  const stays = [...own]
  const reached: Reached[] = []
  for (const change of [...changes].sort(inOrder))
    for (const stay of stays.filter((stay) => isAtTheEnd(stay, change))) {
      const onward = change.toSchoolId ? wayOn(change.toSchoolId, dayAfter(change.lastDay), changes) : []
      const rest = change.toSchoolId ? restOf(stays, stay, { change, onward, words, moved }) : null
      if (!change.toSchoolId) endWith(stay, change, words)
      if (rest && !isRefused(change, stay)) stays.push(rest)
      if (stay.endReason) reached.push({ change, stay, rest, onward })
    }
  return { stays: stays.sort((one, other) => (one.startedOn < other.startedOn ? -1 : 1)), reached }
}

/** By day; a school that follows before an end without one. */
const inOrder = (one: SchoolChange, other: SchoolChange) => (keyOf(one) < keyOf(other) ? -1 : 1)
const keyOf = ({ lastDay, toSchoolId, id }: SchoolChange) => `${lastDay} ${toSchoolId ? 0 : 1} ${id}`

const isAtTheEnd = ({ schoolId, startedOn, finishedOn }: Stay, { fromSchoolId, lastDay }: SchoolChange) =>
  schoolId === fromSchoolId && startedOn <= lastDay && (finishedOn === null || finishedOn >= lastDay)

/** A closed school ends a stay that nobody ended, unless its owner says that they are there still. */
function endWith(stay: Stay, change: SchoolChange, words: Word[]) {
  const isStillThere = words.some(
    ({ changeId, byAs, id }) => changeId === change.id && byAs === 'self' && stay.words.includes(id),
  )
  if (stay.finishedOn === null && !isStillThere) cut(stay, change, 'school_closed')
}

function cut(stay: Stay, { lastDay }: SchoolChange, endReason: EndBySchool) {
  Object.assign(stay, { finishedOn: lastDay, endedBy: 'system', endReason })
}

type Next = Pick<Asked, 'words' | 'moved'> & Pick<Reached, 'change' | 'onward'>

/** Ends a stay with its school, and ties it to their own stay at the next; or gives the rest of it, if there is none. */
function restOf(stays: Stay[], stay: Stay, next: Next): Stay | null {
  const { change, onward, moved } = next
  const toSchoolId = endOf([change, ...onward])
  const first = dayAfter(change.lastDay)
  const there = stays
    .filter(({ schoolId, kind }) => schoolId === toSchoolId && kind === stay.kind)
    .sort((one, other) => (one.startedOn < other.startedOn ? -1 : 1))
  const later = there.find(({ startedOn }) => startedOn > first)
  const isSoon =
    later && later.startedOn <= addDays(first, SOON_DAYS) && !later.words.some((id) => moved.has(id))
  const own = there.find((other) => covers(other, first)) ?? (isSoon ? later : undefined)
  if (own) own.continues ??= stay
  const isToldByOwner = own !== undefined && own === later && stay.endedBy === 'self'
  if (stay.finishedOn === change.lastDay || isToldByOwner) return null
  const rest = own ? null : goingOn(stay, next, first, later)
  cut(stay, change, 'school_merged')
  return rest
}

/** The rest of the stay, at the school that follows. */
function goingOn(stay: Stay, { change, onward, words }: Next, startedOn: Day, later: Stay | undefined): Stay {
  const { kind, role, pattern, finishedOn, endedBy } = stay
  const last =
    later && (finishedOn === null || later.startedOn <= finishedOn) ? dayBefore(later.startedOn) : finishedOn
  const way = [change, ...onward]
  const rest: Stay = {
    ...{ schoolId: endOf(way) as string, kind, role, pattern, startedOn, finishedOn: last, endedBy },
    ...{
      startedBy: 'system',
      isConfirmed: false,
      besides: true,
      words: [],
      moveId: null,
      continues: stay,
      isRest: true,
    },
  }
  const isOfRest = ({ schoolId, says, day, ...word }: Word) =>
    way.some(({ toSchoolId }) => toSchoolId === schoolId) &&
    word.kind === kind &&
    says === 'ended' &&
    startedOn <= day &&
    day < (later?.startedOn ?? '9999')
  const end = strongest(words.filter((word) => isOfRest(word) && counts(word)))
  if (end && (rest.endedBy !== 'self' || end.byAs === 'self'))
    Object.assign(rest, { finishedOn: end.day, endedBy: end.byAs, words: [end.id] })
  return rest
}
