import { describe, expect, it } from 'vitest'
import { draw } from '../testing/draw.tsx'
import { Network } from './network.tsx'
import {
  type Folded,
  type Kind,
  marksOf,
  type NetworkPerson,
  narrowDrawing,
  wideDrawing,
} from './network-layout.ts'

const NAMES = [
  'Siân Price',
  'Zoë Nguyễn',
  'Callum O’Neill',
  'Sukarno',
  'Ŵena ap Rhys-Llewelyn of Aberystwyth',
]

function people(kind: Kind, count: number, from = 'Leeds PGCE Physics'): NetworkPerson[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${kind} ${from} ${index}`,
    name: NAMES[index % NAMES.length] ?? '',
    kind,
    why: 'trained together',
    from,
    href: `/people/${index}`,
  }))
}

const world = (sizes: [Kind, number][]) => sizes.flatMap(([kind, count]) => people(kind, count))
const WORLDS: NetworkPerson[][] = [
  world([['group', 1]]),
  world([
    ['mentoring', 1],
    ['group', 10],
  ]),
  world([
    ['group', 24],
    ['school', 3],
  ]),
  world([['group', 25]]),
  world([
    ['mentoring', 3],
    ['group', 47],
    ['connection', 30],
    ['school', 40],
  ]),
  [
    ...people('group', 40, 'A'),
    ...people('group', 12, 'B'),
    ...people('group', 5, 'C'),
    ...people('school', 2, ''),
  ],
]

const counted = (drawing: ReturnType<typeof wideDrawing>) =>
  drawing.placed.reduce((sum, { mark }) => sum + (mark.type === 'person' ? 1 : mark.count), 0)

describe('the picture of your people', () => {
  it('is the same bytes for the same people', () => {
    for (const everyone of WORLDS)
      expect(draw(<Network you="Asha" people={everyone} />)).toBe(
        draw(<Network you="Asha" people={structuredClone(everyone)} />),
      )
  })

  it('draws or counts every person, wide and narrow', () => {
    for (const everyone of WORLDS) {
      expect(counted(wideDrawing(everyone))).toBe(everyone.length)
      expect(counted(narrowDrawing(everyone))).toBe(everyone.length)
    }
  })

  it('counts those whom the server only counted', () => {
    const folded: Folded[] = [
      { kind: 'group', from: 'Leeds PGCE Physics', count: 23 },
      { kind: 'school', count: 4 },
    ]
    expect(counted(wideDrawing(people('group', 24), folded))).toBe(51)
    const html = draw(<Network you="Asha" people={people('group', 24)} folded={folded} />)
    expect(html).toContain('51 people')
    expect(html).toContain('<th scope="row">23 more</th>')
  })

  it('folds more than 24 of a kind to what they share', () => {
    const marks = marksOf(people('group', 47))
    expect(marks).toHaveLength(25)
    expect(marks.at(-1)).toEqual({ type: 'fold', kind: 'group', count: 23, from: 'Leeds PGCE Physics' })
  })

  it('lays no mark on another, and none outside', () => {
    for (const everyone of WORLDS) {
      for (const [drawing, apart] of [
        [wideDrawing(everyone), 26],
        [narrowDrawing(everyone), 40],
      ] as const) {
        const spots = drawing.placed
        for (const [index, one] of spots.entries()) {
          expect(one.x > 20 && one.x < drawing.width - 20 && one.y > 20 && one.y < drawing.height - 20).toBe(
            true,
          )
          for (const other of spots.slice(index + 1))
            expect(
              Math.hypot(one.x - other.x, one.y - other.y),
              `${index} in ${everyone.length}`,
            ).toBeGreaterThan(apart)
        }
      }
    }
  })

  it('tells kinds apart by the line, and says what each line means', () => {
    const html = draw(
      <Network
        you="Asha"
        people={world([
          ['mentoring', 1],
          ['group', 2],
          ['connection', 1],
          ['school', 1],
        ])}
      />,
    )
    for (const words of ['Trained together', 'Mentoring', 'Same school', 'Connected'])
      expect(html).toContain(words)
    for (const kind of ['group', 'mentoring', 'connection', 'school'])
      expect(html).toContain(`thread kind-${kind}`)
  })

  it('reads as a list of links with reasons, and is followed by the same people as a table', () => {
    const html = draw(<Network you="Asha" people={people('group', 2)} />)
    expect(html).toContain('<title id="network-wide">')
    expect(html).toMatch(
      /<g role="list"><g role="listitem"><a href="\/people\/0" aria-label="Siân Price, trained together">/,
    )
    expect(html).toMatch(
      /<tr><th scope="row"><a href="\/people\/1">Zoë Nguyễn<\/a><\/th><td>trained together<\/td><\/tr>/,
    )
    expect(html).not.toContain('<details open')
  })

  it('gives those who asked for lists the list, open', () => {
    const display = { theme: 'device', text: 'normal', spacing: 'normal', pictures: 'lists' } as const
    expect(draw(<Network you="Asha" people={people('group', 2)} />, { display })).toContain('<details open')
  })

  it('is not there for nobody', () => {
    expect(draw(<Network you="Asha" people={[]} />)).toBe('')
  })

  it('carries no inline style, which the page’s rules would refuse', () => {
    expect(draw(<Network you="Asha" people={WORLDS[4] ?? []} />)).not.toContain('style=')
  })
})
