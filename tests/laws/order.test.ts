import { sql } from '@wirearchy/db'
import { addDays, Problem } from '@wirearchy/domain'
import { importStint, move, reportJoining, reportLeaving } from '@wirearchy/domain/stint'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diceOf } from './dice.ts'
import { factsOf } from './facts.ts'
import { MORNING } from './steps.ts'
import { makeTown, type Town } from './town.ts'

const SEED = Number(process.env.SEED)
const RUNS = Number(process.env.HISTORIES ?? 12)
const TODAY = '2026-10-05'

/** What one side tells of one person's work, or the register of a school; told by places in lists, not by ids. */
interface Told {
  by: 'self' | 'old school' | 'new school' | 'import' | 'register'
  who: number
  day: number
}

const told: fc.Arbitrary<Told> = fc.record({
  by: fc.constantFrom('self', 'old school', 'new school', 'import', 'register'),
  who: fc.nat({ max: 1 }),
  day: fc.integer({ min: 3, max: 12 }),
})

/** Each side says one thing of one person; nobody speaks twice, so that no word takes the place of an earlier one. */
const stories = fc.uniqueArray(told, {
  ...{ minLength: 2, maxLength: 5 },
  selector: ({ by, who }) => `${by} ${by === 'register' ? '' : who}`,
})

const [OLD, NEW, ELSEWHERE, CLOSING] = [0, 1, 2, 3]
const at = (town: Town, place: number) => town.schools[place] as string

const TELLS: Record<
  Told['by'],
  (town: Town, told: Told & { on: string; personId: string }) => Promise<unknown>
> = {
  self: (town, { personId, on }) =>
    move(town.as(personId), {
      ...{ destination: 'school', schoolId: at(town, NEW), startOn: on, leaveOn: addDays(on, -1) },
      ...{ kind: 'employed', role: null, pattern: 'full_time', besides: false },
      telling: { ties: 'now', groups: 'now', old_school: 'now', new_school: 'now' },
    }),
  'old school': async (town, { personId, on }) => {
    const [stint] = await town.store.read.rows<{ id: string }>(
      sql`select id from stints where person_id = ${personId} and school_id = ${at(town, OLD)} and voided_at is null`,
    )
    return reportLeaving(town.as(town.leads[OLD] as string), { stintId: stint?.id ?? '', lastDay: on })
  },
  'new school': (town, { who, on }) =>
    reportJoining(town.as(town.leads[NEW] as string), {
      ...{ schoolId: at(town, NEW), email: emailOf(town, who), startsOn: on },
      ...{ kind: 'employed', role: null, pattern: null },
    }),
  import: (town, { personId, on }) =>
    town.store.tx((tx) =>
      importStint(tx, town.ctx(), {
        ...{ personId, schoolId: at(town, ELSEWHERE), kind: 'volunteer', role: null },
        ...{ startedOn: addDays(on, -60), finishedOn: on },
      }),
    ),
  register: async (town) => {
    const { listed, link } = town.register
    const [from, to] = [listed[CLOSING], listed[NEW]]
    if (!from || !to) return null
    from.closedOn = addDays(TODAY, -30)
    link(from, to, ' - merged', addDays(TODAY, -29))
    return town.register.bringIn(town)
  },
}

/** Leads are made before people, one a school. */
const emailOf = (town: Town, who: number) => `p${town.schools.length + 1 + who}@example.com`

/** Tells a story in one order, lets a month pass, and says how everybody's stays and ties stand, without ids. */
async function endOf(order: Told[]) {
  const town = await makeTown({ people: 2, schools: 5, startsOn: TODAY })
  try {
    for (const [n, personId] of town.people.entries())
      for (const schoolId of [at(town, OLD), ...(n === 0 ? [at(town, CLOSING)] : [])]) {
        const stay = { personId, schoolId, kind: 'employed' as const, role: 'teacher' as const }
        const days = { startedOn: '2025-09-01', finishedOn: null }
        await town.store.tx((tx) => importStint(tx, town.ctx(), { ...stay, ...days }))
      }
    for (const one of order) {
      const [personId, on] = [town.people[one.who] as string, addDays(TODAY, one.day)]
      await TELLS[one.by](town, { ...one, personId, on }).catch((error) => {
        if (!(error instanceof Problem)) throw error
      })
    }
    town.pass(40)
    await MORNING.run(town, diceOf(1))
    return await standing(town)
  } finally {
    await town.close()
  }
}

async function standing(town: Town) {
  const everybody = [...town.leads, ...town.people]
  const name = (text: string) =>
    [...town.schools, ...everybody].reduce((said, id, n) => said.replaceAll(id, `#${n}`), text)
  const lines: string[] = []
  for (const personId of everybody) {
    const { shared, stays } = await factsOf(town, personId)
    lines.push(...[...shared, ...stays].map((one) => name(`${personId} ${JSON.stringify(one)}`)))
  }
  return lines.sort()
}

it(`L9: ends in the same stays and ties whatever order people, schools, imports and the register tell them in (seed ${SEED})`, {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(stories, fc.nat(), async (story, turn) => {
      const other = story.map((_, n) => story[(n * 1 + turn) % story.length] as Told)
      const backwards = [...story].reverse()
      const first = await endOf(story)
      expect(await endOf(other)).toEqual(first)
      expect(await endOf(backwards)).toEqual(first)
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  )
})
