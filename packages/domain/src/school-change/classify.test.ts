import { successorCycles } from '@wirearchy/domain/school'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify, type RegisterRow } from './classify.ts'
import type { RegisterLink } from './successions.ts'

const TODAY = '2026-10-01'
const LAST = '2026-08-31'
const row = (ref: string, facts: Partial<RegisterRow> = {}): RegisterRow => ({
  ...{ ref, name: `School ${ref}`, status: 'open', openedOn: null, closedOn: null },
  ...facts,
})
const closed = (ref: string, closedOn: string | null = LAST) => row(ref, { status: 'closed', closedOn })
const link = (
  fromRef: string,
  toRef: string,
  linkType = 'Successor',
  establishedOn: string | null = null,
): RegisterLink => ({
  fromRef,
  toRef,
  linkType,
  establishedOn,
})
const said = (rows: RegisterRow[], links: RegisterLink[], today = TODAY) =>
  classify({ rows: new Map(rows.map((one) => [one.ref, one])), links, cycles: successorCycles(links), today })
const brief = (rows: RegisterRow[], links: RegisterLink[], today?: string) =>
  said(rows, links, today).map(({ kind, fromRef, toRef, lastDay, verdict }) => [
    kind,
    fromRef,
    toRef,
    lastDay,
    verdict,
  ])

describe('one school that follows a closed one', () => {
  it('is the same school under a new number', () => {
    expect(brief([closed('1'), row('2')], [link('1', '2')])).toEqual([['replaced', '1', '2', LAST, 'apply']])
  })

  it('is the same whichever of the two told it, or both, and however it was written', () => {
    const both = [link('1', '2'), link('2', '1', 'Predecessor')]
    for (const links of [[link('2', '1', 'Predecessor')], both, [link('1', '2', 'successor')]])
      expect(brief([closed('1'), row('2')], links)).toEqual([['replaced', '1', '2', LAST, 'apply']])
  })

  it('is a merger when either side calls it one', () => {
    const ways = [
      [link('1', '2', 'Successor - merged')],
      [link('1', '2', 'Successor - amalgamated')],
      [link('1', '2'), link('2', '1', 'Predecessor - merged')],
      [link('1', '2', 'Result of Amalgamation'), link('2', '1', 'Result of Amalgamation')],
      [link('2', '1', 'Merged - change in age range')],
    ]
    for (const links of ways)
      expect(brief([closed('1'), row('2')], links)).toEqual([['merged', '1', '2', LAST, 'apply']])
  })

  it('is a merger when it had long been there, or took in others too', () => {
    const old = row('2', { openedOn: '1998-09-01' })
    expect(brief([closed('1'), old], [link('1', '2')])).toEqual([['merged', '1', '2', LAST, 'apply']])
    const two = [link('1', '3'), link('2', '3')]
    expect(brief([closed('1'), closed('2'), row('3')], two).map(([kind]) => kind)).toEqual([
      'merged',
      'merged',
    ])
  })

  it('opened when one closed, and took in another years later: the first is the same school, the second is not', () => {
    const rows = [closed('1', '2013-08-31'), closed('2', '2018-08-31'), row('3', { openedOn: '2013-09-01' })]
    expect(brief(rows, [link('1', '3'), link('2', '3')])).toEqual([
      ['replaced', '1', '3', '2013-08-31', 'apply'],
      ['merged', '2', '3', '2018-08-31', 'apply'],
    ])
  })

  it('closed itself later, after others in a row, each step in its turn', () => {
    const days = ['2010-08-31', '2014-08-31', '2018-08-31', '2022-08-31']
    const rows = [...days.map((day, n) => closed(String(n), day)), row('4')]
    const links = days.map((_, n) => link(String(n), String(n + 1)))
    expect(brief(rows, links)).toEqual(
      days.map((day, n) => ['replaced', String(n), String(n + 1), day, 'apply']),
    )
  })

  it('takes its day from the link, then from the opening, when the register gives no last day', () => {
    const dated = [link('1', '2', 'Successor', '2026-09-01')]
    expect(brief([closed('1', null), row('2')], dated)[0]?.[3]).toBe(LAST)
    expect(brief([closed('1', null), row('2', { openedOn: '2026-09-01' })], [link('1', '2')])[0]?.[3]).toBe(
      LAST,
    )
  })
})

describe('nothing is said', () => {
  it('of what is still to come: a day ahead, a school still to close, or one still to open', () => {
    const ahead = [link('1', '2', 'Successor', '2027-01-01')]
    expect(said([row('1'), row('2')], ahead)).toEqual([])
    expect(said([closed('1', TODAY), row('2')], [link('1', '2')])).toEqual([])
    expect(
      said(
        [row('1', { status: 'proposed_to_close' }), row('2')],
        [link('1', '2', 'Successor', '2026-01-01')],
      ),
    ).toEqual([])
    expect(said([closed('1'), row('2', { status: 'proposed_to_open' })], [link('1', '2')])).toEqual([])
    expect(brief([closed('1', TODAY), row('2')], [link('1', '2')], '2026-10-02')).toHaveLength(1)
  })

  it('of schools that no file lists, and of links that tell of no succession', () => {
    expect(said([row('2')], [link('1', '2')])).toEqual([])
    for (const type of ['Sixth Form Centre Link', 'Other', 'Expansion', 'Closure'])
      expect(said([closed('1'), row('2')], [link('1', '2', type)])).toEqual([])
  })
})

describe('somebody has to look, and is told at what,', () => {
  const review = (rows: RegisterRow[], links: RegisterLink[]) =>
    said(rows, links).map(({ verdict, why, toRef }) => [verdict, toRef, why] as const)

  it('when the school that follows is in no file', () => {
    expect(review([closed('1')], [link('1', '2')])).toEqual([
      ['review', null, expect.stringContaining('no file so far lists 2')],
    ])
  })

  it('when the first is still open, or the second closed no later', () => {
    expect(review([row('1'), row('2')], [link('1', '2', 'Successor', '2020-09-01')])[0]?.[2]).toContain(
      'still open',
    )
    expect(review([closed('1'), closed('2')], [link('1', '2')])[0]?.[2]).toContain('closed too')
    expect(review([closed('1'), closed('2', null)], [link('1', '2')])[0]?.[2]).toContain('closed too')
  })

  it('when there is no day at all, or years between the two', () => {
    expect(review([closed('1', null), row('2')], [link('1', '2')])[0]?.[2]).toContain('no day')
    expect(
      review([closed('1', '2015-08-31'), row('2', { openedOn: '2020-09-01' })], [link('1', '2')])[0]?.[2],
    ).toContain('more than a year')
  })

  it('when several follow, or one was split off', () => {
    const several = review([closed('1'), row('2'), row('3')], [link('1', '2'), link('1', '3')])
    expect(several).toEqual([['review', null, expect.stringContaining('School 2 (2) and School 3 (3)')]])
    const off = review([row('1'), row('2')], [link('1', '2', 'Successor - Split School', '2020-09-01')])
    expect(off[0]?.[2]).toContain('School 1 itself is still open')
  })

  it('when they follow each other in a circle, however they are dated', () => {
    const round = [link('1', '2', 'Successor - merged', LAST), link('2', '1', 'Successor - merged', LAST)]
    const found = review([closed('1'), row('2')], round)
    expect(found.map(([verdict, to]) => [verdict, to])).toEqual([
      ['review', '2'],
      ['review', '1'],
    ])
    for (const [, , why] of found) expect(why).toContain('each of these follows the other')
  })
})

const SEED = Number(process.env.SEED ?? 20260701)
const anyRow = (ref: string) =>
  fc.record({
    ref: fc.constant(ref),
    name: fc.constant(`School ${ref}`),
    status: fc.constantFrom(
      'open' as const,
      'closed' as const,
      'proposed_to_close' as const,
      'unknown' as const,
    ),
    openedOn: fc.constantFrom(null, '1990-09-01', '2020-09-01', '2027-09-01'),
    closedOn: fc.constantFrom(null, '2010-08-31', '2020-08-31', '2027-08-31'),
  })
const types = [
  'Successor',
  'Predecessor',
  'Successor - merged',
  'Predecessor - Split School',
  'Result of Amalgamation',
  'Other',
]
const refs = ['1', '2', '3', '4', '5', '6']
const anyLink = fc.record({
  fromRef: fc.constantFrom(...refs, '99'),
  toRef: fc.constantFrom(...refs, '99'),
  linkType: fc.constantFrom(...types),
  establishedOn: fc.constantFrom(null, '2020-09-01', '2027-09-01'),
})

it(`acts on a circle never, proposes one thing a school at most, and never what lies ahead (seed ${SEED})`, () => {
  const world = fc.tuple(fc.tuple(...refs.map(anyRow)), fc.array(anyLink, { maxLength: 14 }), fc.integer())
  fc.assert(
    fc.property(world, ([rows, links, turn]) => {
      const found = said(rows, links)
      expect(new Set(found.map(({ fromRef }) => fromRef)).size).toBe(found.length)
      const circles = new Set(successorCycles(links).flat())
      for (const { verdict, fromRef, toRef, lastDay, why } of found) {
        expect((why === null) === (verdict === 'apply')).toBe(true)
        expect((lastDay ?? '') < TODAY).toBe(true)
        if (verdict === 'review') continue
        expect(circles.has(fromRef)).toBe(false)
        expect([rows.find(({ ref }) => ref === fromRef)?.status, toRef === null]).toEqual(['closed', false])
      }
      const turned = [
        ...links.slice(turn % (links.length || 1)),
        ...links.slice(0, turn % (links.length || 1)),
      ]
      const sorted = (all: typeof found) => [...all].sort((a, b) => (a.fromRef < b.fromRef ? -1 : 1))
      expect(sorted(said([...rows].reverse(), turned))).toEqual(sorted(found))
    }),
    { seed: SEED, numRuns: 400 },
  )
})
