import { addDays, type Day } from '@wirearchy/domain'
import { apart } from './apart.ts'
import {
  counts,
  type Pattern,
  type Source,
  type StintKind,
  type StintRole,
  strongest,
  type Word,
} from './word.ts'

/** A stay that the words together say. Both days are inclusive; no last day means it goes on. */
export interface Stay {
  schoolId: string
  kind: StintKind
  startedOn: Day
  finishedOn: Day | null
  role: StintRole | null
  pattern: Pattern | null
  /** Who is behind the start and the end; `next` is an end that only a later start implies. */
  startedBy: Source
  endedBy: Source | 'next' | null
  /** True when a school or a register says so too. */
  isConfirmed: boolean
  besides: boolean
  /** The words behind its start and its end. */
  words: string[]
  moveId: string | null
  /** The stay at the school before that this one carries on, when a school itself changed. */
  continues?: Stay
  /** True when it is the rest of that stay, and so as sure, as visible and as its person was there. */
  isRest?: boolean
  /** Why it ends, when that follows from a change of the school. */
  endReason?: EndBySchool
}

export type EndBySchool = 'school_merged' | 'school_split' | 'school_closed'

/**
 * The stays that one person's standing words say: a pure function of the set of words, so the order in which they
 * came cannot matter. The person's word wins, then the new school's start, then the old school's end; a new start
 * ends a full-time stay elsewhere the day before, unless it is said to lie beside it; gaps stay gaps.
 * @returns stays by start; never two of one (school, kind) that overlap
 */
export function resolve(words: Word[]): Stay[] {
  const byPlace = new Map<string, Word[]>()
  for (const word of words) {
    const place = `${word.schoolId} ${word.kind}`
    byPlace.set(place, [...(byPlace.get(place) ?? []), word])
  }
  return apart([...byPlace.values()].flatMap(staysAt))
}

/** The stays at one school in one kind, one after the other. */
function staysAt(words: Word[]): Stay[] {
  const counting = words.filter(counts)
  const ended = counting.filter(({ says }) => says === 'ended')
  const stays = chapters(
    counting.filter(({ says }) => says === 'began'),
    ended,
  ).map(begun)
  stays.sort((one, other) => (one.startedOn < other.startedOn ? -1 : 1))
  const distinct = stays.filter((stay, at) => stay.startedOn !== stays[at - 1]?.startedOn)
  for (const [at, stay] of distinct.entries()) close(stay, distinct[at + 1], ended)
  for (const stay of distinct) confirm(stay, words)
  return distinct
}

/** Groups starts into stays: two sides' starts are one stay unless an end lies between them. */
function chapters(began: Word[], ended: Word[]): Word[][] {
  const chapters: Word[][] = []
  for (const word of [...began].sort(byDay)) {
    const current = chapters.at(-1)
    if (current && isSameStay(current, word, ended)) current.push(word)
    else chapters.push([word])
  }
  return chapters
}

const byDay = (one: Word, other: Word) =>
  one.day < other.day ? -1 : one.day > other.day ? 1 : one.id < other.id ? -1 : 1

function isSameStay(current: Word[], word: Word, ended: Word[]) {
  const first = current[0]?.day ?? word.day
  if (ended.some(({ day }) => first <= day && day < word.day)) return false
  return current.every(({ byAs, day }) => byAs !== word.byAs || day === word.day)
}

/** Of one stay another side's start may lie so far from the first, in days; a later one finds the person there already. */
const A_MONTH = 31

function begun(words: Word[]): Stay {
  const until = addDays((words[0] as Word).day, A_MONTH)
  const weighed = words.filter(({ byAs, day }) => byAs === 'self' || day <= until)
  const { schoolId, kind, day, role, pattern, besides, byAs, moveId } = strongest(weighed) as Word
  const said = <Key extends 'role' | 'pattern'>(key: Key) =>
    words.find((word) => word[key] !== null)?.[key] ?? null
  return {
    ...{ schoolId, kind, besides, moveId, startedOn: day, startedBy: byAs },
    ...{ finishedOn: null, endedBy: null, isConfirmed: false },
    role: role ?? said('role'),
    pattern: pattern ?? said('pattern'),
    words: words.map(({ id }) => id),
  }
}

/** An end belongs to the last stay that began on or before it. */
function close(stay: Stay, next: Stay | undefined, ended: Word[]) {
  const mine = ended.filter(({ day }) => stay.startedOn <= day && (!next || day < next.startedOn))
  const last = strongest(mine)
  if (!last) return
  stay.finishedOn = last.day
  stay.endedBy = last.byAs
  stay.words.push(...mine.map(({ id }) => id))
}

/** A school's start, accepted or not, confirms a stay that its owner told of. */
function confirm(stay: Stay, words: Word[]) {
  const isWithin = ({ day }: Word) =>
    addDays(stay.startedOn, -A_MONTH) <= day && (stay.finishedOn === null || day <= stay.finishedOn)
  stay.isConfirmed = words.some(
    (word) => word.says === 'began' && ['new_school', 'import'].includes(word.byAs) && isWithin(word),
  )
}
