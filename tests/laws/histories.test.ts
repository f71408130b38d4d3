import { sql } from '@wirearchy/db'
import { join } from '@wirearchy/domain/group'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allTies, blocked, counts, ends, monotone, mutual, nested, recorded } from './laws.ts'
import { type Dice, makeGroups, STEPS, take } from './steps.ts'
import { makeTown } from './town.ts'

const SEED = Number(process.env.SEED)
const HISTORIES = Number(process.env.HISTORIES ?? 25)
const LENGTH = Number(process.env.STEPS ?? 60)
const PEOPLE = Number(process.env.PEOPLE ?? 7)

/** Dice that only the history's own numbers move, so that a failure shrinks and replays. */
function diceOf(numbers: number[]): Dice {
  let at = 0
  const next = () => (numbers[at++ % numbers.length] as number) / 2 ** 31
  return { below: (n) => Math.floor(next() * n), chance: (share) => next() < share }
}

const history = fc.noBias(
  fc.array(
    fc.tuple(
      fc.nat({ max: STEPS.length - 1 }),
      fc.array(fc.nat({ max: 2 ** 31 - 1 }), { minLength: 6, maxLength: 6 }),
    ),
    { minLength: LENGTH, maxLength: LENGTH },
  ),
)

it(`keeps the laws of the graph through ${HISTORIES} random histories of ${LENGTH} steps (seed ${SEED})`, {
  timeout: 600_000,
}, async () => {
  const done: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const town = await makeTown({ people: PEOPLE, schools: 3, startsOn: '2026-01-05' })
      try {
        const groups = await makeGroups(town)
        for (const one of town.people.slice(0, 4)) await join(town.as(one), { code: groups[0]?.code ?? '' })
        let before = { ties: await allTies(town), ends: await ends(town) }
        let rows = await counts(town)
        for (const [kind, numbers] of steps) {
          const step = STEPS[kind] as (typeof STEPS)[number]
          const outcome = await take(step, town, diceOf(numbers), groups)
          if (outcome === 'done') done[step.name] = (done[step.name] ?? 0) + 1
          const after = { ties: await allTies(town), ends: await ends(town) }
          if (!step.takesBack) monotone(before, after, step.name)
          mutual(after.ties)
          await nested(town, town.people[kind % PEOPLE] as string, 1 + (kind % 90))
          const now = await counts(town)
          for (const [table, n] of Object.entries(rows))
            expect(now[table], `L12: ${table}`).toBeGreaterThanOrEqual(n)
          before = after
          rows = now
        }
        await blocked(town)
        await recorded(town)
        expect(await town.store.read.rows(sql`select * from pragma_foreign_key_check`)).toEqual([])
      } finally {
        await town.close()
      }
    }),
    { numRuns: HISTORIES, seed: SEED, endOnFailure: process.env.SHRINK !== '1' },
  )
  console.log(`${HISTORIES} histories, seed ${SEED}:`, JSON.stringify(done))
  const lived = STEPS.filter(({ name }) => done[name])
  expect(lived.length, 'kinds of step that came to pass').toBeGreaterThanOrEqual(
    Math.ceil(STEPS.length * 0.75),
  )
})
