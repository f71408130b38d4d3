import { it } from 'vitest'
import { HIDDEN } from './hidden.ts'
import { holdTwins } from './twin.ts'

it(
  'changes nothing, to the byte, for anybody from whom something is hidden',
  () => holdTwins(HIDDEN),
  600_000,
)
