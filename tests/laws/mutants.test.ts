import { expect, it } from 'vitest'

interface Mutant {
  what: string
}
const load = (path: string) => import(new URL(path, import.meta.url).href)

it('knows at least fifteen ways to break the rules of history, each with something left to break', async () => {
  const [{ gone }, { MUTANTS }] = await Promise.all([
    load('../support/broken-copy.mjs'),
    load('./ways-to-break.mjs'),
  ])
  expect(MUTANTS.length).toBeGreaterThanOrEqual(15)
  expect(gone(MUTANTS).map(({ what }: Mutant) => what)).toEqual([])
})

it('knows ways to break the rule of sight, each with something left to break', async () => {
  const [{ gone }, { MUTANTS }] = await Promise.all([
    load('../support/broken-copy.mjs'),
    load('../privacy/ways-to-break.mjs'),
  ])
  const ways = MUTANTS.map(([what, file, before, after]: unknown[]) => ({ what, file, before, after }))
  expect(gone(ways).map(({ what }: Mutant) => what)).toEqual([])
})
