import { inList, sql } from '@wirearchy/db'
import { addDays } from '@wirearchy/domain'
import { join } from '@wirearchy/domain/group'
import { importStint, startMentorship } from '@wirearchy/domain/stint'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diceOf, diceOfNumbers } from './dice.ts'
import { rowsOf, type Step } from './step.ts'
import { MORNING, makeGroups, STEPS, take } from './steps.ts'
import { makeTown, type Town } from './town.ts'
import { watching } from './watch.ts'

const SEED = Number(process.env.SEED)
const HISTORIES = Number(process.env.HISTORIES ?? 16)
const LENGTH = Number(process.env.STEPS ?? 60)
const PEOPLE = Number(process.env.PEOPLE ?? 7)

const DAYS: Step = { name: 'days pass', rate: 0, run: async (town, dice) => town.pass(1 + dice.below(40)) }
const KINDS = [DAYS, MORNING, ...STEPS]

/** How long a step takes at most on a machine that is busy with other things, in milliseconds. */
const A_SLOW_STEP = 1_000

const throws = fc.array(fc.nat({ max: 2 ** 31 - 1 }), { minLength: 6, maxLength: 6 })
const history = fc.noBias(
  fc.array(fc.tuple(fc.nat({ max: KINDS.length - 1 }), throws), { minLength: LENGTH, maxLength: LENGTH }),
)

const at = (where: string, act: () => Promise<void>) =>
  act().catch((error: Error) => {
    throw new Error(`${where}: ${error.message}`, { cause: error })
  })

/** Four of them train together; each works somewhere, and two of one school are mentor and new teacher there. */
async function settle(town: Town) {
  await makeGroups(town)
  for (const one of town.people.slice(0, 4)) await join(town.as(one), { code: town.groups[0]?.code ?? '' })
  for (const [n, personId] of town.people.entries()) {
    const stay = { personId, schoolId: town.schools[n % 3] as string, kind: 'employed' as const }
    const days = { startedOn: addDays(town.today(), -120), finishedOn: null }
    await town.store.tx((tx) => importStint(tx, town.ctx(), { ...stay, ...days, role: 'teacher' }))
  }
  await mentored(town)
}

/** The lead of the first school gives one who works there to another. */
async function mentored(town: Town) {
  const [mentorStintId = '', menteeStintId = ''] = (await staysAt(town, town.schools[0] as string)).map(
    ({ id }) => id,
  )
  const lead = town.as(town.leads[0] as string)
  await startMentorship(lead, { mentorStintId, menteeStintId, startsOn: town.today() })
}

const staysAt = (town: Town, schoolId: string) =>
  rowsOf<{ id: string }>(
    town,
    sql`select id from stints where school_id = ${schoolId} and person_id in (${inList(town.people)}) order by no`,
  )

it(`keeps every law through ${HISTORIES} crowded histories of ${LENGTH} steps (seed ${SEED})`, {
  timeout: Math.max(900_000, HISTORIES * LENGTH * A_SLOW_STEP),
}, async () => {
  const done: Record<string, number> = {}
  const laws: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const town = await makeTown({ people: PEOPLE, schools: 5, startsOn: '2028-01-05' })
      try {
        await settle(town)
        const watch = await watching(town, diceOf(SEED))
        for (const [turn, [kind, numbers]] of steps.entries()) {
          const step = KINDS[kind] as Step
          await at(`step ${turn}, ${step.name}`, async () => {
            const taken = await take(step, town, diceOfNumbers(numbers))
            if (taken.outcome === 'done') done[step.name] = (done[step.name] ?? 0) + 1
            await watch.after(step, taken)
          })
        }
        await watch.whole()
        for (const [law, many] of Object.entries(watch.tally)) laws[law] = (laws[law] ?? 0) + many
      } finally {
        await town.close()
      }
    }),
    { numRuns: HISTORIES, seed: SEED, endOnFailure: process.env.SHRINK !== '1' },
  )
  console.log(`${HISTORIES} histories, seed ${SEED}:`, JSON.stringify(laws), JSON.stringify(done))
  const lived = KINDS.filter(({ name }) => done[name])
  expect(lived.length, 'kinds of step that came to pass').toBeGreaterThanOrEqual(
    Math.ceil(KINDS.length * 0.75),
  )
})
