import { join } from '@wirearchy/domain/group'
import { ledgerAgrees } from '@wirearchy/domain/ledger'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Dice, makeGroups, STEPS, take } from './steps.ts'
import { makeTown } from './town.ts'

const SEED = Number(process.env.SEED)
const HISTORIES = Number(process.env.HISTORIES ?? 10)
const LENGTH = Number(process.env.STEPS ?? 60)

/** Dice that only the history's own numbers move, so that a failure replays. */
function diceOf(numbers: number[]): Dice {
  let at = 0
  const next = () => (numbers[at++ % numbers.length] as number) / 2 ** 31
  return { below: (n) => Math.floor(next() * n), chance: (share) => next() < share }
}

const throws = fc.array(fc.nat({ max: 2 ** 31 - 1 }), { minLength: 6, maxLength: 6 })
const history = fc.noBias(
  fc.array(fc.tuple(fc.nat({ max: STEPS.length - 1 }), throws), { minLength: LENGTH, maxLength: LENGTH }),
)

it(`rebuilds every dated row from the ledger alone, through ${HISTORIES} random histories (seed ${SEED})`, {
  timeout: 300_000,
}, async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const town = await makeTown({ people: 7, schools: 3, startsOn: '2026-01-05' })
      try {
        const groups = await makeGroups(town)
        for (const one of town.people.slice(0, 4)) await join(town.as(one), { code: groups[0]?.code ?? '' })
        for (const [turn, [kind, numbers]] of steps.entries()) {
          const step = STEPS[kind] as (typeof STEPS)[number]
          await take(step, town, diceOf(numbers), groups)
          const { same, untold, differ } = await ledgerAgrees(town.store.read)
          expect(differ, `after step ${turn}, ${step.name}`).toEqual([])
          expect(untold, `after step ${turn}, ${step.name}`).toBe(0)
          compared += same
        }
      } finally {
        await town.close()
      }
    }),
    { numRuns: HISTORIES, seed: SEED, endOnFailure: true },
  )
  console.log(`${HISTORIES} histories, seed ${SEED}: ${compared} rows compared`)
  expect(compared).toBeGreaterThan(0)
})
