/** Why two people are tied, as the drawing tells it apart. */
export type Kind = 'mentoring' | 'group' | 'connection' | 'school'

/** One person around you. `from` names what you shared, for the folds: "Leeds PGCE Physics". */
export type NetworkPerson = {
  id: string
  name: string
  kind: Kind
  why: string
  since?: string
  from?: string | null
  href?: string
}

/** People the server only counted: how many more of a kind, and through what. */
export type Folded = { kind: Kind; from?: string | null; count: number }

/** One mark of the drawing: a person, or a fold that counts several. */
export type Mark = { type: 'person'; kind: Kind; person: NetworkPerson } | ({ type: 'fold' } & Folded)

export type Placed = { mark: Mark; x: number; y: number; side: 'left' | 'right' }
export type Drawing = { width: number; height: number; you: { x: number; y: number }; placed: Placed[] }

export const KINDS: readonly Kind[] = ['mentoring', 'group', 'connection', 'school']

const WIDE = 800
const NARROW = 340
const MOST_NARROW = 27
const MOST_A_KIND = 24

/** Shows at most `most` people of each kind and counts the rest, the two biggest counts by what they share. */
export function marksOf(
  people: readonly NetworkPerson[],
  folded: readonly Folded[] = [],
  most = MOST_A_KIND,
): Mark[] {
  return KINDS.flatMap((kind) => {
    const ofKind = people.filter((person) => person.kind === kind)
    const shown = ofKind.slice(0, most).map((person): Mark => ({ type: 'person', kind, person }))
    const rest = ofKind.slice(most).map(({ from }) => ({ kind, from, count: 1 }))
    return [...shown, ...folds(kind, [...rest, ...folded.filter((fold) => fold.kind === kind)])]
  })
}

function folds(kind: Kind, rest: Folded[]): Mark[] {
  const counts = new Map<string, number>()
  for (const { from, count } of rest) counts.set(from ?? '', (counts.get(from ?? '') ?? 0) + count)
  const named = [...counts]
    .filter(([from]) => from)
    .sort(byCountThenName)
    .slice(0, 2)
  const others =
    rest.reduce((sum, fold) => sum + fold.count, 0) - named.reduce((sum, [, count]) => sum + count, 0)
  const marks: Mark[] = named.map(([from, count]) => ({ type: 'fold', kind, count, from }))
  return others > 0 ? [...marks, { type: 'fold', kind, count: others }] : marks
}

const byCountThenName = (one: [string, number], other: [string, number]) =>
  other[1] - one[1] || (one[0] < other[0] ? -1 : 1)

/** For broad pages: names down both sides of a round, one line each, so that no two can meet. */
export function wideDrawing(people: readonly NetworkPerson[], folded: readonly Folded[] = []): Drawing {
  const marks = marksOf(people, folded)
  const onRight = Math.ceil(marks.length / 2)
  const height = Math.max(320, onRight * 38 + 60)
  const placed = marks.map((mark, index): Placed => {
    const side = index < onRight ? 'right' : 'left'
    const inSide = side === 'right' ? onRight : marks.length - onRight
    const step = side === 'right' ? index : marks.length - 1 - index
    const t = ((step + 0.5) / inSide) * 2 - 1
    const reach = 60 + 110 * Math.sqrt(1 - t * t)
    return {
      mark,
      side,
      x: round(WIDE / 2 + (side === 'right' ? reach : -reach)),
      y: round((height / 2) * (1 + t * 0.92)),
    }
  })
  return { width: WIDE, height, you: { x: WIDE / 2, y: height / 2 }, placed }
}

/** For phones: initials in one ring or two, folded so that none touch. */
export function narrowDrawing(people: readonly NetworkPerson[], folded: readonly Folded[] = []): Drawing {
  const all = marksOf(people, folded)
  const marks = all.length > MOST_NARROW ? marksOf(people, folded, 3) : all
  const isOneRing = marks.length <= 10
  const outer = marks.filter((_, index) => isOneRing || index % 3 !== 2)
  const inner = marks.filter((_, index) => !isOneRing && index % 3 === 2)
  const placed = [...ring(outer, isOneRing ? 112 : 142), ...ring(inner, 88)]
  return { width: NARROW, height: NARROW, you: { x: NARROW / 2, y: NARROW / 2 }, placed }
}

function ring(marks: Mark[], radius: number): Placed[] {
  return marks.map((mark, index) => {
    const angle = ((index + 0.5) / marks.length) * 2 * Math.PI - Math.PI / 2
    const x = round(NARROW / 2 + radius * Math.cos(angle))
    return {
      mark,
      x,
      y: round(NARROW / 2 + radius * Math.sin(angle)),
      side: x < NARROW / 2 ? 'left' : 'right',
    }
  })
}

const round = (value: number) => Math.round(value * 10) / 10
