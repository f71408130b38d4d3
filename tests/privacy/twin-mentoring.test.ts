import { it } from 'vitest'
import { HIDDEN_MENTORING } from './hidden-mentoring.ts'
import { holdTwins } from './twin.ts'

it(
  'changes nothing, to the byte, for anybody but the two, whatever happens in a mentoring',
  () => holdTwins(HIDDEN_MENTORING),
  600_000,
)
