import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Best } from './best.ts'
import { holds } from './testing/worlds.ts'

it('keeps what sorting everybody and taking the first few would', () => {
  const scored = fc.uniqueArray(fc.record({ person: fc.nat(40), score: fc.integer({ min: 1, max: 5 }) }), {
    selector: (one) => one.person,
  })
  holds('best', fc.record({ scored, limit: fc.nat(12) }), ({ scored, limit }) => {
    const best = new Best(limit)
    for (const { person, score } of scored) best.offer(person, score)
    const sorted = scored.toSorted((a, b) => b.score - a.score || a.person - b.person)
    expect(best.list()).toEqual(sorted.slice(0, limit))
  })
})

it('tells the largest numbers apart', () => {
  const best = new Best(2)
  for (const person of [2 ** 30 - 2, 0, 2 ** 30 - 1]) best.offer(person, person === 0 ? 8000 : 8001)
  expect(best.list().map((one) => one.person)).toEqual([2 ** 30 - 2, 2 ** 30 - 1])
})
