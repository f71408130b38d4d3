import { type Counts, noCounts } from '../import/result.ts'
import type { StagedRow } from '../import/stage-rows.ts'
import { successorCycles } from './cycles.ts'
import { keyOf, type LinkRow, type ReadLink } from './read.ts'
import { isKnownType } from './words.ts'

/** A link that an earlier file told. */
export interface KnownLink extends LinkRow {
  removedAt: number | null
}

/** What a staged link holds until it is applied: the link, and the type it had until now when that changed. */
export interface StagedLink extends Record<string, unknown> {
  link: LinkRow
  was: string | null
  review: boolean
}

/** What came of a whole file of links, each row with one outcome. */
export interface Judged {
  rows: StagedRow[]
  counts: Counts
  /** The references of schools that follow each other in a circle, one list a circle. */
  cycles: string[][]
}

/**
 * Gives every row of a file of links its outcome against what we know already: new, changed (its date,
 * its type, or back after it was gone), unchanged, for a person to look at (in a circle, or of a type we
 * don't know), or refused. All rows of a circle are looked at when any of them is new or changed.
 * @param isListed whether a register we hold has a school of this reference
 */
export function judge(
  read: ReadLink[],
  known: Map<string, KnownLink>,
  isListed: (ref: string) => boolean,
): Judged {
  const links = read.flatMap((row) => ('link' in row ? [row.link] : []))
  const cycles = successorCycles(links)
  const circleOf = new Map(cycles.flatMap((refs) => refs.map((ref) => [ref, refs] as const)))
  const change = changes(links, known)
  const inCircle = ({ fromRef, toRef }: LinkRow) => {
    const refs = circleOf.get(fromRef)
    return refs && refs === circleOf.get(toRef) ? refs : null
  }
  const stirred = new Set(links.filter((link) => change(link)).map(inCircle))
  const counts = noCounts()
  const count = (outcome: keyof Counts) => {
    counts[outcome] += 1
  }
  const rows = read.map(({ line, key, ...row }): StagedRow => {
    const told = { line, ref: key?.slice(0, 140) ?? null, field: null, message: null, raw: null }
    if (!('link' in row)) {
      count('refused')
      return { ...told, field: row.refusal.field, message: row.refusal.reason, outcome: 'refused' }
    }
    const { link } = row
    const changed = change(link)
    const circle = inCircle(link)
    const review = reviewOf(link, circle && stirred.has(circle) ? circle : null, changed !== null)
    if (!changed && !review) {
      count('unchanged')
      return { ...told, outcome: 'unchanged' }
    }
    count(review ? 'needsReview' : (changed?.outcome ?? 'updated'))
    const raw: StagedLink = { link, was: changed?.was ?? null, review: review !== null }
    const message = review ?? changed?.message ?? unlisted(link, isListed)
    return { ...told, message, raw, outcome: 'staged' }
  })
  return { rows, counts, cycles }
}

function reviewOf(link: LinkRow, circle: string[] | null, isChanged: boolean): string | null {
  if (circle)
    return `These schools follow each other in a circle: ${someOf(circle)}. Look at which came first.`
  if (isChanged && !isKnownType(link.linkType)) return `We don't know the type of link “${link.linkType}”.`
  return null
}

const MOST_NAMED = 8
const someOf = (refs: string[]) =>
  refs.length > MOST_NAMED
    ? `${refs.slice(0, MOST_NAMED).join(', ')} and ${refs.length - MOST_NAMED} more`
    : refs.join(', ')

function unlisted({ fromRef, toRef }: LinkRow, isListed: (ref: string) => boolean): string | null {
  const missing = [fromRef, toRef].filter((ref) => !isListed(ref))
  return missing.length > 0 ? `School not in our register: ${missing.join(', ')}.` : null
}

interface Change {
  outcome: 'created' | 'updated'
  message: string | null
  /** The type this link had until now. */
  was: string | null
}

/** What is new in each link. A link gone from the file whose two schools have one of a new type was retyped. */
function changes(links: LinkRow[], known: Map<string, KnownLink>): (link: LinkRow) => Change | null {
  const pairOf = ({ fromRef, toRef }: LinkRow) => `${fromRef} ${toRef}`
  const told = new Set(links.map(keyOf))
  const gone = new Map<string, string[]>()
  for (const [key, link] of known)
    if (link.removedAt === null && !told.has(key))
      gone.set(pairOf(link), [...(gone.get(pairOf(link)) ?? []), link.linkType])
  const isThere = (link: LinkRow) => known.get(keyOf(link))?.removedAt === null
  const was = new Map<string, string | null>()
  for (const link of links) if (!isThere(link)) was.set(keyOf(link), gone.get(pairOf(link))?.shift() ?? null)
  return (link) => changeOf(link, known.get(keyOf(link)), was.get(keyOf(link)) ?? null)
}

function changeOf(link: LinkRow, before: KnownLink | undefined, was: string | null): Change | null {
  if (was) return { outcome: 'updated', message: `Its type was “${was}” before.`, was }
  if (!before) return { outcome: 'created', message: null, was }
  if (before.removedAt !== null)
    return { outcome: 'updated', message: 'It had gone from the register and is back.', was }
  if (before.establishedOn === link.establishedOn) return null
  return { outcome: 'updated', message: `Its date was ${before.establishedOn ?? 'not given'} before.`, was }
}
