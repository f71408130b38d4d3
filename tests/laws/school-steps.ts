import { sql } from '@wirearchy/db'
import { addDays, type Day } from '@wirearchy/domain'
import { any, type Dice } from './dice.ts'
import type { Listed } from './register.ts'
import { rowsOf, type Step } from './step.ts'
import { openNewSchools, type Town } from './town.ts'

const openOnes = ({ register }: Town) => register.listed.filter(({ closedOn }) => closedOn === null)

/**
 * A listed school that is open, another one, and a last day not long ago; null when the register has run out of them.
 * People may have joined since that day, and the register may have told of later news of the school.
 */
async function ending(town: Town, dice: Dice) {
  const open = openOnes(town)
  if (open.length < 4) return null
  const from = any(dice, open)
  const to = any(
    dice,
    open.filter(({ urn }) => urn !== from.urn),
  )
  const on = addDays(town.today(), -dice.below(40))
  return { from, to, on, afterAll: later(later(on, lastNews(town, from)), await lastStart(town, from)) }
}

/** The latest day that the register already tells of a school. */
function lastNews({ register }: Town, { urn, openedOn }: Listed) {
  const days = register.links.filter(({ to }) => to === urn).map(({ on }) => on ?? openedOn)
  return days.reduce(later, openedOn)
}

/** The last day by now on which somebody started there: a school that splits does so with everybody in it. */
async function lastStart(town: Town, { urn, openedOn }: Listed): Promise<Day> {
  const [row] = await rowsOf<{ day: Day | null }>(
    town,
    sql`select max(s.started_on) as day from stints s join school_establishments e on e.school_id = s.school_id
      where e.scheme = 'gias' and e.ref = ${String(urn)} and s.voided_at is null and s.started_on <= ${town.today()}`,
  )
  return row?.day ?? openedOn
}

const later = (one: Day, other: Day) => (one > other ? one : other)

/** The day a link is dated: the day after the end, or none, as every fourth of the register’s links. */
const linkDay = (dice: Dice, on: string) => (dice.chance(0.2) ? null : addDays(on, 1))

async function bringIn(town: Town) {
  const brought = await town.register.bringIn(town)
  await openNewSchools(town)
  return brought
}

const change =
  (happen: (town: Town, dice: Dice, what: NonNullable<Awaited<ReturnType<typeof ending>>>) => void) =>
  async (town: Town, dice: Dice) => {
    const what = await ending(town, dice)
    if (!what) return null
    happen(town, dice, what)
    return bringIn(town)
  }

const withoutLink = ({ register }: Town): Listed[] =>
  register.listed.filter(
    ({ urn, closedOn }) => closedOn !== null && !register.links.some(({ from }) => from === urn),
  )

/** What happens to schools, as the register tells it; each is brought in at once. */
export const SCHOOL_STEPS: Step[] = [
  {
    name: 'a school becomes an academy',
    rate: 9,
    ofSchools: true,
    run: change(({ register }, dice, { from, on }) => {
      from.closedOn = on
      register.link(from, register.open(`${from.name} Academy`, addDays(on, 1)), '', linkDay(dice, on))
    }),
  },
  {
    name: 'a school merges into another',
    rate: 5,
    ofSchools: true,
    run: change(({ register }, dice, { from, to, on }) => {
      from.closedOn = on
      register.link(from, to, ' - merged', linkDay(dice, on))
    }),
  },
  {
    name: 'a school splits in two',
    rate: 2,
    ofSchools: true,
    run: change(({ register }, _dice, { from, afterAll: on }) => {
      from.closedOn = on
      for (const half of ['North', 'South'])
        register.link(
          from,
          register.open(`${from.name} ${half}`, addDays(on, 1)),
          ' - Split School',
          addDays(on, 1),
        )
    }),
  },
  {
    name: 'a school closes and nobody says what follows',
    rate: 4,
    ofSchools: true,
    run: change((_town, _dice, { from, on }) => {
      from.closedOn = on
    }),
  },
  {
    name: 'a link arrives late',
    rate: 4,
    ofSchools: true,
    run: async (town, dice) => {
      const waiting = withoutLink(town)
      if (waiting.length === 0) return null
      const from = any(dice, waiting)
      const first = addDays(from.closedOn as string, 1)
      if (dice.chance(0.5)) town.register.link(from, any(dice, openOnes(town)), ' - merged', first)
      else town.register.link(from, town.register.open(`${from.name} Academy`, first), '', first)
      return bringIn(town)
    },
  },
  {
    name: 'a school takes a new name',
    rate: 3,
    ofSchools: true,
    run: async (town, dice) => {
      const school = any(dice, openOnes(town))
      school.name = `${school.name.split(' of ')[0]} of Leeds ${town.register.links.length}${dice.below(90)}`
      return bringIn(town)
    },
  },
  {
    name: 'a new school opens',
    rate: 3,
    ofSchools: true,
    run: async (town, dice) => {
      town.register.open(
        `Newstead ${town.register.listed.length} School`,
        addDays(town.today(), -dice.below(30)),
      )
      return bringIn(town)
    },
  },
  { name: 'the register is brought in again', rate: 3, ofSchools: true, run: bringIn },
]
