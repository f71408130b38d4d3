import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { successorCycles } from './cycles.ts'

const link = (fromRef: string, toRef: string, linkType = 'Successor') => ({ fromRef, toRef, linkType })

describe('schools that follow each other in a circle', () => {
  it('are found whichever side told of it, and a chain is none', () => {
    expect(successorCycles([link('1', '2'), link('2', '3')])).toEqual([])
    expect(successorCycles([link('1', '2'), link('2', '1', 'Predecessor')])).toEqual([])
    expect(
      successorCycles([link('1', '2', 'Successor - merged'), link('2', '1', 'Successor - merged')]),
    ).toEqual([['1', '2']])
    expect(
      successorCycles([
        link('3', '1'),
        link('2', '1', 'Predecessor'),
        link('3', '2', 'Predecessor - merged'),
      ]),
    ).toEqual([['1', '2', '3']])
    expect(successorCycles([link('7', '7')])).toEqual([['7']])
  })

  it('are not made by links that say nothing of time', () => {
    const both = ['Result of Amalgamation', 'Other', 'Sixth Form Centre Link', 'Merged - change in age range']
    for (const type of both) expect(successorCycles([link('1', '2', type), link('2', '1', type)])).toEqual([])
  })

  it('end on a line of twenty thousand schools', () => {
    const line = Array.from({ length: 20_000 }, (_, n) => link(String(n), String(n + 1)))
    expect(successorCycles(line)).toEqual([])
    expect(successorCycles([...line, link('20000', '0')])[0]).toHaveLength(20_001)
  })

  it('are on any graph those that can be reached from themselves', () => {
    const graph = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 25 })
    fc.assert(
      fc.property(graph, (edges) => {
        const links = edges.map(([from, to]) => link(String(from), String(to)))
        const reach = (from: string, seen = new Set<string>()): Set<string> => {
          for (const { fromRef, toRef } of links)
            if (fromRef === from && !seen.has(toRef)) reach(toRef, seen.add(toRef))
          return seen
        }
        const round = [...new Set(links.flatMap(({ fromRef, toRef }) => [fromRef, toRef]))].filter((ref) =>
          reach(ref).has(ref),
        )
        const found = successorCycles(links)
        expect(found.flat().sort()).toEqual(round.sort())
        for (const [first = '', ...others] of found)
          for (const other of others) expect(reach(first).has(other) && reach(other).has(first)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
