import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mayAsk, suggest } from './index.ts'
import { build } from './testing/build.ts'
import { mayBe } from './testing/may-be.ts'
import { worlds } from './testing/worlds.ts'

it('suggests exactly those who may be asked and nobody else, and the check on sending agrees, in any small world', async () => {
  let named = 0
  await fc.assert(
    fc.asyncProperty(worlds, async (w) => {
      const { house, people } = await build(w)
      for (const [asker, personId] of people.entries()) {
        const ctx = house.as(personId)
        const asking = { unit: 'call' as const, outsideMySchool: w.asksOutside }
        const all = people.map((_, mentor) => mayBe(w, asker, mentor))
        const may = []
        for (const mentor of people) may.push(await mayAsk(house.store.read, ctx, mentor, asking))
        expect([asker, ...may]).toEqual([asker, ...all])
        const shown = await suggest(ctx, {
          ...asking,
          topics: ['planning'],
          ways: ['online'],
          soon: 'fortnight',
        })
        named += shown.length
        expect(shown.every(({ personId: one }) => all[people.indexOf(one)])).toBe(true)
        expect(shown).toHaveLength(Math.min(5, all.filter(Boolean).length))
      }
      await house.close()
    }),
    { numRuns: 25 },
  )
  expect(named).toBeGreaterThan(20)
}, 120_000)
