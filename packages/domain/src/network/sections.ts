import { type Day, groupBy } from '@wirearchy/domain'
import type { PersonLine } from './people.ts'
import type { Tie } from './ties.ts'
import { reasonInWords } from './words.ts'

/** One way of knowing people, and those known that way. A person stands in one section, with all their reasons. */
export interface Section {
  how: string
  kind: 'mentoring' | 'group' | 'connection' | 'school'
  title: string
  total: number
  page: number
  pages: number
  people: (PersonLine & { reason: string; others: string[] })[]
}

const ORDER = ['mentoring', 'group', 'connection', 'school'] as const
const KIND = {
  mentor: 'mentoring',
  mentee: 'mentoring',
  group: 'group',
  connection: 'connection',
  school: 'school',
} as const
const TITLES = { mentoring: 'Mentoring', connection: 'You know each other' }
const BY_NAME = new Intl.Collator('en-GB')

const strength = (tie: Tie) => ORDER.indexOf(KIND[tie.kind])
const howOf = (tie: Tie) => (tie.contextId === null ? KIND[tie.kind] : `${KIND[tie.kind]}:${tie.contextId}`)
const title = (tie: Tie) => {
  const kind = KIND[tie.kind]
  if (kind === 'group') return `Trained together: ${tie.contextName}`
  return kind === 'school' ? `At ${tie.contextName} at the same time` : TITLES[kind]
}

interface Cut {
  how: string | undefined
  page: number
  size: number
  today: Day
}

/** Lines grouped by their strongest reason: mentoring, training groups (newest first), confirmed ties, schools. */
export function sectionsOf(lines: PersonLine[], cut: Cut): Section[] {
  const chosen = lines.map((line) => ({ line, first: firstReason(line, cut.how) }))
  const kept = chosen.flatMap(({ line, first }) => (first ? [{ line, first }] : []))
  return [...groupBy(kept, ({ first }) => howOf(first))]
    .map(([how, members]) => ({ how, members, first: (members[0] as (typeof members)[0]).first }))
    .sort((a, b) => strength(a.first) - strength(b.first) || (a.first.startedOn < b.first.startedOn ? 1 : -1))
    .map(({ how, members, first }) => section(how, first, members, cut))
}

const firstReason = ({ ties }: PersonLine, how: string | undefined) =>
  how ? ties.find((tie) => howOf(tie) === how) : [...ties].sort((a, b) => strength(a) - strength(b))[0]

function section(
  how: string,
  first: Tie,
  members: { line: PersonLine; first: Tie }[],
  { page, size, today }: Cut,
): Section {
  const sorted = members.sort((a, b) => compare(a.line, b.line))
  return {
    how,
    kind: KIND[first.kind],
    title: title(first),
    total: members.length,
    page,
    pages: Math.ceil(members.length / size),
    people: sorted.slice((page - 1) * size, page * size).map(({ line, first: reason }) => ({
      ...line,
      reason: reasonInWords(reason, today),
      others: line.ties.filter((tie) => tie !== reason).map((tie) => reasonInWords(tie, today)),
    })),
  }
}

/** Pinned first, then who has news (newest first), then by name. */
const compare = (a: PersonLine, b: PersonLine) =>
  Number(b.pinned) - Number(a.pinned) ||
  (b.changedOn ?? '').localeCompare(a.changedOn ?? '') ||
  BY_NAME.compare(a.name, b.name) ||
  (a.id < b.id ? -1 : 1)
