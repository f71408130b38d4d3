import { addDays, type Day, daysBetween } from '@wirearchy/domain'
import { isAhead, lastDayOf } from './last-day.ts'
import { type RegisterLink, type Succession, successions } from './successions.ts'
import { unclear } from './unclear.ts'

/** What the rules look at of a row of the register. */
export interface RegisterRow {
  ref: string
  name: string
  status: 'open' | 'closed' | 'proposed_to_close' | 'proposed_to_open' | 'unknown'
  openedOn: Day | null
  closedOn: Day | null
}

export type ProposedKind = 'replaced' | 'merged' | 'split'

/** What the register says happened to one school, and whether the rules may act on it. */
export interface Proposal {
  kind: ProposedKind
  fromRef: string
  /** The school that follows, when exactly one is named. */
  toRef: string | null
  /** The last day of the school as it was; null when the register gives none. */
  lastDay: Day | null
  verdict: 'apply' | 'review'
  /** For a review: what is unclear, in a sentence somebody can act on. */
  why: string | null
}

export interface Register {
  rows: Map<string, RegisterRow>
  links: RegisterLink[]
  /** The references of schools that follow each other in a circle. */
  cycles: string[][]
  today: Day
}

interface Facts {
  row: RegisterRow
  next: Succession[]
  register: Register
  /** Everything that the same school follows, by the reference of that school. */
  before: Map<string, Succession[]>
}

const A_SEASON = 92
const AT_ITS_OPENING = 31

/**
 * What happened to the schools of the register: a pure function of its rows and links. Nothing is proposed for a
 * school that the register does not list, nor for what lies ahead of today.
 * @returns at most one proposal a school
 */
export function classify(register: Register): Proposal[] {
  const { rows } = register
  const all = successions(register.links, (ref) => rows.get(ref)?.status === 'closed')
  const [after, before] = [grouped(all, 'fromRef'), grouped(all, 'toRef')]
  const circles = new Map(register.cycles.flatMap((refs) => refs.map((ref) => [ref, refs] as const)))
  return [...after].flatMap(([ref, next]) => {
    const row = rows.get(ref)
    if (!row || row.status === 'proposed_to_close') return []
    const facts = { row, next, register, before }
    return circled(facts, circles.get(ref)) ?? severalFollow(facts) ?? oneFollows(facts) ?? []
  })
}

function grouped(all: Succession[], by: 'fromRef' | 'toRef') {
  const groups = new Map<string, Succession[]>()
  for (const one of all) {
    const known = groups.get(one[by])
    if (known) known.push(one)
    else groups.set(one[by], [one])
  }
  return groups
}

const named = ({ rows }: Register, ref: string) => {
  const name = rows.get(ref)?.name
  return name ? `${name} (${ref})` : ref
}

const listed = (names: string[]) => new Intl.ListFormat('en-GB').format(names)

function circled({ row, next, register }: Facts, circle: string[] | undefined): Proposal[] | null {
  if (!circle) return null
  const round = listed(circle.map((ref) => named(register, ref)))
  const why = `The register says that each of these follows the other: ${round}. Choose which of them goes on, or turn this down.`
  const [only] = next
  const isOne = next.length === 1 && only && only.toRef !== row.ref && register.rows.has(only.toRef)
  const lastDay = isAhead(row.closedOn, register.today) ? null : row.closedOn
  const toRef = isOne ? only.toRef : null
  return [{ kind: 'merged', fromRef: row.ref, toRef, lastDay, verdict: 'review', why }]
}

function severalFollow({ row, next, register }: Facts): Proposal[] | null {
  const isSplit = next.some(({ manner }) => manner === 'split')
  if (next.length === 1 && !isSplit) return null
  const lastDay = lastDayOf(row, next, register)
  if (isAhead(lastDay, register.today)) return []
  const names = listed(next.map(({ toRef }) => named(register, toRef)))
  const open = row.status === 'closed' ? '' : ` ${row.name} itself is still open.`
  const why =
    next.length > 1
      ? `${next.length} schools follow ${named(register, row.ref)}: ${names}.${open} Each person there is asked which one they are at. Choose one only if all of them went there.`
      : `${names} was split off from ${named(register, row.ref)}.${open} Say that it was a split to have each person asked, or turn it down.`
  return [{ kind: 'split', fromRef: row.ref, toRef: null, lastDay, verdict: 'review', why }]
}

function oneFollows(facts: Facts): Proposal[] | null {
  const { row, next, register } = facts
  const [to] = next
  if (!to) return null
  const lastDay = lastDayOf(row, next, register)
  if (isAhead(lastDay ?? to.toldOn, register.today)) return []
  const target = register.rows.get(to.toRef)
  if (target?.status === 'proposed_to_open') return []
  const kind = kindOf(facts, to, lastDay)
  const why = unclear(row, to, target, lastDay)
  const toRef = target ? to.toRef : null
  return [{ kind, fromRef: row.ref, toRef, lastDay, verdict: why ? 'review' : 'apply', why }]
}

/**
 * A plain succession is the same school under another number, unless the school that follows was there already or
 * took in others: then two schools became one, and nobody was anybody's colleague before.
 */
function kindOf({ row, before, register }: Facts, to: Succession, lastDay: Day | null): ProposedKind {
  if (to.manner !== 'plain') return 'merged'
  const openedOn = register.rows.get(to.toRef)?.openedOn ?? null
  const others = (before.get(to.toRef) ?? []).filter(({ fromRef }) => fromRef !== row.ref)
  if (others.length === 0) {
    const ranBeside = openedOn !== null && lastDay !== null && openedOn < addDays(lastDay, -A_SEASON)
    return ranBeside ? 'merged' : 'replaced'
  }
  const opensIt = (closedOn: Day | null | undefined) =>
    openedOn !== null && closedOn != null && Math.abs(daysBetween(closedOn, openedOn)) <= AT_ITS_OPENING
  const rival = others.some(
    ({ manner, fromRef }) => manner === 'plain' && opensIt(register.rows.get(fromRef)?.closedOn),
  )
  return opensIt(lastDay) && !rival ? 'replaced' : 'merged'
}
