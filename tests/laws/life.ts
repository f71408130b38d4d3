import { addDays, type Day, withSeededIds } from '@wirearchy/domain'
import { openMembership } from '@wirearchy/domain/group'
import { importStint } from '@wirearchy/domain/stint'
import { any, type Dice, diceOf } from './dice.ts'
import type { Step } from './step.ts'
import { drawStep, MORNING, type Outcome, openGroup, stepsAYear, take } from './steps.ts'
import { makeTown, type Town } from './town.ts'
import { type Watch, watching } from './watch.ts'

export interface Life {
  people: number
  years: number
  seed: number
  startsOn: Day
  /** What happens to schools, in events among a thousand people in a year. */
  schoolRate: number
  /** Every how many days everybody is looked at; each quarter when not said. */
  wholeEvery?: number
  /** Stops after this step, to meet a failure again. */
  until?: number
  tell?: (day: Day, town: Town, watch: Watch, done: Done) => void
}

/** How often each kind of step came to pass, was refused, or found nothing to do. */
export type Done = Record<string, Partial<Record<Outcome, number>>>

const QUARTER = 91
const PEOPLE_A_SCHOOL = 17
const PEOPLE_A_GROUP = 25

/** Lives through years of random days, each step held to the laws; everybody is looked at from time to time. */
export async function live<Result>(
  life: Life,
  then: (lived: { town: Town; watch: Watch; done: Done; steps: number }) => Promise<Result>,
): Promise<Result> {
  return withSeededIds(life.seed, async () => {
    const dice = diceOf(life.seed)
    const town = await makeTown({
      people: life.people,
      schools: Math.max(6, Math.round(life.people / PEOPLE_A_SCHOOL)),
      startsOn: life.startsOn,
    })
    try {
      await settleIn(town, dice, life)
      const watch = await watching(town, diceOf(life.seed + 1))
      await watch.whole()
      const done: Done = {}
      const steps = await days(town, dice, life, watch, done)
      await watch.whole()
      return await then({ town, watch, done, steps })
    } finally {
      await town.close()
    }
  })
}

async function days(town: Town, dice: Dice, life: Life, watch: Watch, done: Done) {
  const aDay = (stepsAYear(life.schoolRate) * life.people) / 1000 / 365
  let step = 0
  let owed = 0
  for (let n = 1; n <= life.years * 365; n += 1) {
    const day = addDays(life.startsOn, n)
    town.jump(Date.parse(`${day}T09:00:00Z`))
    await one(MORNING)
    for (owed += aDay; owed >= 1; owed -= 1) {
      await one(drawStep(dice, life.schoolRate))
      if (step === life.until) return step
    }
    if (n % (life.wholeEvery ?? QUARTER) === 0)
      await told(step, 'everybody is looked at', day, () => watch.whole())
    if (n % QUARTER === 0) life.tell?.(day, town, watch, done)
  }
  return step

  async function one(what: Step) {
    step += 1
    await told(step, what.name, town.today(), async () => {
      const taken = await take(what, town, dice)
      const { outcome } = taken
      const counts = done[what.name] ?? {}
      done[what.name] = { ...counts, [outcome]: (counts[outcome] ?? 0) + 1 }
      await watch.after(what, taken)
    })
  }

  async function told(at: number, name: string, day: Day, act: () => Promise<unknown>) {
    try {
      await act()
    } catch (error) {
      const where = `seed ${life.seed}, step ${at}, ${day}: ${name}`
      throw new Error(`${where}\n${error instanceof Error ? error.stack : error}`, { cause: error })
    }
  }
}

/** Everybody trained somewhere, most with others, and works at a school. */
async function settleIn(town: Town, dice: Dice, { startsOn }: Life) {
  const groups = Math.max(2, Math.ceil(town.people.length / PEOPLE_A_GROUP))
  for (let n = 0; n < groups; n += 1) {
    const startedOn = addDays(startsOn, [-500, -150, 60, 400][n % 4] as number)
    await openGroup(town, n, startedOn, addDays(startedOn, 300))
  }
  for (const personId of town.people) await settle(town, dice, personId)
}

async function settle(town: Town, dice: Dice, personId: string) {
  const group = any(dice, town.groups)
  const schoolId = any(dice, town.schools)
  const startedOn = addDays(town.today(), -30 - dice.below(900))
  await town.store.tx(async (tx) => {
    await openMembership(tx, town.ctx(), { group, personId, isNews: false })
    const stay = { personId, schoolId, kind: 'employed' as const, role: 'teacher' as const }
    await importStint(tx, town.ctx(), { ...stay, startedOn, finishedOn: null })
  })
}
