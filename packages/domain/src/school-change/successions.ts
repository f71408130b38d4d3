import type { Day } from '@wirearchy/domain'
import { directionOf } from '@wirearchy/domain/school'

/** A link between two rows of the register, as it stands in the latest file. */
export interface RegisterLink {
  fromRef: string
  toRef: string
  linkType: string
  establishedOn: Day | null
}

/** How one row of the register follows another: in its place, by a merger, or as one of several parts. */
export type Manner = 'plain' | 'merged' | 'split'

/** One school that follows another, from whichever of the two the register told it, or from both. */
export interface Succession {
  fromRef: string
  toRef: string
  manner: Manner
  /** The earliest day that a link gives; null when none does. */
  toldOn: Day | null
}

const MANNERS: [RegExp, Manner][] = [
  [/split/i, 'split'],
  [/merged|amalgamat/i, 'merged'],
]

/** These say that two schools became one, but not which goes on: the one that is closed is the earlier. */
const EITHER_WAY = /^(result of amalgamation|merged - )/i

/**
 * Which school follows which: successors and predecessors alike, told from one side or both; where the two sides use
 * different words, a split says more than a merger and a merger more than a plain succession. Links that say
 * nothing of that (sixth form centres, expansions …) are left out.
 * @param isClosed whether the register has a row as closed
 */
export function successions(links: RegisterLink[], isClosed: (ref: string) => boolean): Succession[] {
  const found = new Map<string, Succession>()
  for (const link of links) {
    const pair = pairOf(link, isClosed)
    if (!pair) continue
    const { linkType, establishedOn } = link
    const [fromRef, toRef] = pair
    const key = `${fromRef}>${toRef}`
    const manner = MANNERS.find(([words]) => words.test(linkType))?.[1] ?? 'plain'
    const before = found.get(key)
    found.set(key, {
      ...{ fromRef, toRef },
      manner: before ? weightier(before.manner, manner) : manner,
      toldOn: earlier(before?.toldOn ?? null, establishedOn),
    })
  }
  return [...found.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

const keyOf = ({ fromRef, toRef }: Succession) => `${fromRef} ${toRef}`

function pairOf({ fromRef, toRef, linkType }: RegisterLink, isClosed: (ref: string) => boolean) {
  const way = directionOf(linkType)
  if (way) return way === 'next' ? ([fromRef, toRef] as const) : ([toRef, fromRef] as const)
  if (!EITHER_WAY.test(linkType) || isClosed(fromRef) === isClosed(toRef)) return null
  return isClosed(fromRef) ? ([fromRef, toRef] as const) : ([toRef, fromRef] as const)
}

const WEIGHT: Record<Manner, number> = { plain: 0, merged: 1, split: 2 }
const weightier = (one: Manner, other: Manner) => (WEIGHT[one] >= WEIGHT[other] ? one : other)
const earlier = (one: Day | null, other: Day | null) =>
  one && other ? (one < other ? one : other) : (one ?? other)
