import { any } from './dice.ts'
import type { Step } from './step.ts'

const HOUR = 3_600_000

/** How wrong a server's clock gets: an hour, three days, forward and back. It is right again the next morning. */
const JUMPS = [-72, -1, 1, 72].map((hours) => hours * HOUR)

/** Clocks that are wrong, and instants at which London and UTC have different days. */
export const CLOCK_STEPS: Step[] = [
  {
    name: 'the clock jumps',
    rate: 6,
    run: async (town, dice) => town.jump(town.tick() + any(dice, JUMPS)),
  },
  {
    name: 'it is nearly midnight',
    rate: 12,
    run: async (town, dice) => {
      const [day, at] = [
        town.today(),
        any(dice, ['00:15:00Z', '22:59:59.990Z', '23:30:00Z', '23:59:59.990Z']),
      ]
      town.jump(Date.parse(`${day}T${at}`))
    },
  },
]
