/** Why two people are tied, as the drawing tells it apart. */
export type Kind = 'group' | 'mentor' | 'school' | 'connection'

/** One person around you. `from` names what you shared, for the folds: "Leeds PGCE Physics". */
export type NetworkPerson = {
  id: string
  name: string
  kind: Kind
  why: string
  since?: string
  from?: string
  href?: string
}

/** One mark of the drawing: a person, or a fold that counts several. */
export type Mark =
  | { type: 'person'; kind: Kind; person: NetworkPerson }
  | { type: 'fold'; kind: Kind; count: number; from?: string }

export type Placed = { mark: Mark; x: number; y: number; side: 'left' | 'right' }
export type Drawing = { width: number; height: number; you: { x: number; y: number }; placed: Placed[] }

export const KINDS: readonly Kind[] = ['group', 'mentor', 'school', 'connection']

const WIDE = 800
const NARROW = 340
const MOST_NARROW = 27

/** Folds each kind to at most `most` people and the rest to counts, the two biggest by what they share. */
export function marksOf(people: readonly NetworkPerson[], most = 24): Mark[] {
  return KINDS.flatMap((kind) => {
    const ofKind = people.filter((person) => person.kind === kind)
    const shown = ofKind.slice(0, ofKind.length > most ? most : ofKind.length)
    const drawn: Mark[] = shown.map((person) => ({ type: 'person', kind, person }))
    return [...drawn, ...folds(kind, ofKind.slice(shown.length))]
  })
}

function folds(kind: Kind, rest: NetworkPerson[]): Mark[] {
  const counts = new Map<string, number>()
  for (const { from = '' } of rest) counts.set(from, (counts.get(from) ?? 0) + 1)
  const named = [...counts]
    .filter(([from]) => from)
    .sort(byCountThenName)
    .slice(0, 2)
  const others = rest.length - named.reduce((sum, [, count]) => sum + count, 0)
  const marks: Mark[] = named.map(([from, count]) => ({ type: 'fold', kind, count, from }))
  return others > 0 ? [...marks, { type: 'fold', kind, count: others }] : marks
}

const byCountThenName = (one: [string, number], other: [string, number]) =>
  other[1] - one[1] || (one[0] < other[0] ? -1 : 1)

/** For broad pages: names down both sides of a round, one line each, so that no two can meet. */
export function wideDrawing(people: readonly NetworkPerson[]): Drawing {
  const marks = marksOf(people)
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
export function narrowDrawing(people: readonly NetworkPerson[]): Drawing {
  const all = marksOf(people)
  const marks = all.length > MOST_NARROW ? marksOf(people, 3) : all
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
