import { addDays, Problem } from '@wirearchy/domain'
import { createGroup, makeLink } from '@wirearchy/domain/group'
import { closeOverdue } from '@wirearchy/domain/school-change'
import { settleClaims } from '@wirearchy/domain/stint'
import { CLOCK_STEPS } from './clock-steps.ts'
import { any, type Dice } from './dice.ts'
import { MENTORING_STEPS } from './mentoring-steps.ts'
import { MERGE_STEPS } from './merge-steps.ts'
import { PEOPLE_STEPS } from './people-steps.ts'
import { SCHOOL_STEPS } from './school-steps.ts'
import type { Step } from './step.ts'
import type { Town } from './town.ts'
import { WORK_STEPS } from './work-steps.ts'

/** What the server does by itself each morning. */
export const MORNING: Step = {
  name: 'the morning’s own work',
  rate: 0,
  corrects: true,
  byClock: true,
  run: async (town) => {
    const { accepted } = await settleClaims(town.ctx())
    const { closed } = await closeOverdue(town.ctx())
    return accepted + closed > 0 ? { accepted, closed } : null
  },
}

const OPENING: Step = {
  name: 'a training group opens',
  rate: 12,
  run: (town, dice) => {
    const startedOn = addDays(town.today(), dice.below(80) - 20)
    return openGroup(town, dice.below(100_000), startedOn, addDays(startedOn, 300))
  },
}

/** Everything that may happen in a random history. */
export const STEPS: Step[] = [
  ...[OPENING, ...WORK_STEPS, ...MENTORING_STEPS, ...PEOPLE_STEPS],
  ...[...SCHOOL_STEPS, ...MERGE_STEPS, ...CLOCK_STEPS],
]

/** A training group, run by the lead of some school, that people join by its code. */
export async function openGroup(town: Town, n: number, startedOn: string, finishedOn: string) {
  const lead = town.as(town.leads[n % town.leads.length] as string)
  const none = { route: null, subject: null, phase: null, nation: null, iTrainHere: false }
  const { id, slug } = await createGroup(lead, {
    provider: 'Town',
    name: `Group ${n}`,
    startedOn,
    finishedOn,
    ...none,
  })
  const { code } = await makeLink(lead, { slug, days: 365, subgroup: null })
  town.groups.push({ id, slug, code, startedOn, finishedOn })
}

/** Two groups that people can join, one a year after the other. */
export async function makeGroups(town: Town) {
  await openGroup(town, 0, addDays(town.today(), -30), addDays(town.today(), 300))
  await openGroup(town, town.leads.length, addDays(town.today(), 100), addDays(town.today(), 500))
}

/** Draws what happens next by the steps' rates; what happens to schools has a rate of its own, for all of it together. */
export function drawStep(dice: Dice, schoolRate: number): Step {
  const schools = SCHOOL_STEPS.reduce((sum, { rate }) => sum + rate, 0)
  const weight = (step: Step) => (step.ofSchools ? (step.rate * schoolRate) / schools : step.rate)
  const total = STEPS.reduce((sum, step) => sum + weight(step), 0)
  let left = (dice.below(1_000_000) / 1_000_000) * total
  for (const step of STEPS) {
    left -= weight(step)
    if (left < 0) return step
  }
  return any(dice, STEPS)
}

/** How many steps a thousand people take in a year. */
export const stepsAYear = (schoolRate: number) =>
  STEPS.reduce((sum, step) => sum + (step.ofSchools ? 0 : step.rate), schoolRate)

export type Outcome = 'done' | 'refused' | 'nothing to do'

export interface Taken {
  outcome: Outcome
  /** What the step gave back. */
  result: unknown
}

/** Runs a step; a refusal is an answer, anything else is a fault. */
export async function take(step: Step, town: Town, dice: Dice): Promise<Taken> {
  try {
    const result = await step.run(town, dice)
    return { outcome: result === null ? 'nothing to do' : 'done', result }
  } catch (error) {
    if (error instanceof Problem) return { outcome: 'refused', result: null }
    throw error
  }
}
