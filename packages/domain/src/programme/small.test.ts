import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roughly } from './small.ts'

it('says of twelve whose first choice came true that it is five or more, and of few people nothing', () => {
  expect([roughly(12, 12), roughly(14, 14), roughly(9, 30), roughly(4, 30), roughly(8, 8)]).toEqual([
    5,
    10,
    5,
    null,
    null,
  ])
})

it('never says more than is true, nor that something is true of all but three', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.nat(400), (count, more) => {
      const said = roughly(count, count + more) ?? 0
      expect(said).toBeLessThanOrEqual(count)
      expect(count + more - said).toBeGreaterThanOrEqual(Math.min(4, count + more))
    }),
  )
})
