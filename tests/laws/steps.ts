import { addDays, Problem } from '@wirearchy/domain'
import { createGroup, makeLink } from '@wirearchy/domain/group'
import { PEOPLE_STEPS } from './people-steps.ts'
import type { Dice, Step } from './step.ts'
import type { Town } from './town.ts'
import { WORK_STEPS } from './work-steps.ts'

export type { Dice } from './step.ts'

/** Everything that may happen in a random history. */
export const STEPS: Step[] = [...WORK_STEPS, ...PEOPLE_STEPS]

/** Two groups that people can join, one a year after the other. */
export async function makeGroups(town: Town) {
  const lead = town.leads[0] as string
  const made: { slug: string; code: string }[] = []
  for (const [name, startedOn, finishedOn] of [
    ['First', addDays(town.today(), -30), addDays(town.today(), 300)],
    ['Second', addDays(town.today(), 100), addDays(town.today(), 500)],
  ] as const) {
    const { slug } = await createGroup(town.as(lead), {
      provider: 'Town',
      name,
      route: null,
      subject: null,
      phase: null,
      nation: null,
      startedOn,
      finishedOn,
      iTrainHere: false,
    })
    const link = await makeLink(town.as(lead), { slug, days: 365, subgroup: null })
    made.push({ slug, code: link.code })
  }
  return made
}

/** Runs a step; a refusal is an answer, anything else is a fault. */
export async function take(step: Step, town: Town, dice: Dice, groups: { slug: string; code: string }[]) {
  try {
    return (await step.run(town, dice, groups)) === null ? ('nothing to do' as const) : ('done' as const)
  } catch (error) {
    if (error instanceof Problem) return 'refused' as const
    throw error
  }
}
