import { expect, it } from 'vitest'
import { deviceOf } from './device.ts'

it('says a browser in three words, and nothing when it says nothing', () => {
  const windows =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36'
  expect(deviceOf(windows)).toBe('Chrome on Windows')
  expect(deviceOf(`${windows} Edg/130.0`)).toBe('Edge on Windows')
  expect(
    deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1'),
  ).toBe('Safari on an iPhone')
  expect([deviceOf(undefined), deviceOf('curl/8')]).toEqual([null, null])
})
