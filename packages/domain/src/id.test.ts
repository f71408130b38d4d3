import { expect, it } from 'vitest'
import { newId, withSeededIds } from './id.ts'

const three = () => [newId(1), newId(2), newId(3)]

it('makes UUIDv7s that sort by time and never repeat', () => {
  const ids = Array.from({ length: 1000 }, (_, n) => newId(1_700_000_000_000 + n))
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true)
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(1000)
})

it('makes the same ids for the same seed, whatever the clock says, and then chance again', async () => {
  const once = await withSeededIds(7, async () => three())
  const again = await withSeededIds(7, async () => [newId(99), newId(98), newId(97)])
  expect(again).toEqual(once)
  expect(await withSeededIds(8, async () => three())).not.toEqual(once)
  expect(three()).not.toEqual(three())
})
