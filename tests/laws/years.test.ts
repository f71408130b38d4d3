import { expect, it } from 'vitest'
import { live } from './life.ts'
import { STEPS } from './steps.ts'

const SEED = Number(process.env.SEED)
/** Two years with a leap day and four changes of the clocks in them. */
const TWO_YEARS = {
  people: Number(process.env.PEOPLE ?? 200),
  years: 2,
  startsOn: '2027-06-01',
  schoolRate: 40,
}

it.each([SEED, SEED + 1])(
  '25. keeps every law through two years of 200 people (seed %i)',
  { timeout: 900_000 },
  (seed) =>
    live({ ...TWO_YEARS, seed }, async ({ town, watch, done, steps }) => {
      const laws = { ...watch.tally, 'L11 rows': town.audit.checked() }
      console.log(
        `seed ${seed}: ${steps} steps, ${watch.digest()}`,
        JSON.stringify(laws),
        JSON.stringify(done),
      )
      const lived = STEPS.filter(({ name }) => (done[name]?.done ?? 0) > 0)
      expect(lived.length, 'kinds of step that came to pass').toBeGreaterThan(STEPS.length * 0.7)
    }),
)
