import { eq, type NATIONS, profiles } from '@wirearchy/db'
import { type Ctx, type Day, dayOf, type MemberCtx } from '@wirearchy/domain'
import { londonTime } from '@wirearchy/domain/calendar'
import { workOnce } from '@wirearchy/domain/job'
import type { Unit } from '@wirearchy/domain/mentoring/input'
import { settleRequests } from '@wirearchy/domain/request'
import { clockJobs, requestHouse } from '@wirearchy/domain/request/testing'
import { any, type Dice, diceOf } from './dice.ts'

export type Nation = (typeof NATIONS)[number]
const NATION: Nation[] = ['england', 'wales', 'scotland', 'northern_ireland']
const UNITS: Unit[] = ['question', 'call', 'half_term']

export interface Size {
  seed: number
  askers: number
  mentors: number
  /** Whether the clock of the machine jumps now and then, ahead and back. */
  jumps: boolean
}

/** People of four nations, some of whom offer support and some of whom ask, and a clock that can be set. */
export async function askingWorld({ seed, askers, mentors }: Size, startsOn: Day) {
  const house = requestHouse(startsOn)
  const dice = diceOf(seed)
  const clock = { now: londonTime(startsOn, 0) }
  const nations = new Map<string, Nation>()
  const person = async (name: string) => {
    const id = await house.member(name)
    const nation = any(dice, NATION)
    nations.set(id, nation)
    await house.store.tx(async (tx) => {
      await tx.update(profiles).set({ nation }).where(eq(profiles.personId, id))
    })
    return id
  }
  const many = async (name: string, count: number) => {
    const ids: string[] = []
    for (let n = 0; n < count; n += 1) ids.push(await person(`${name} ${n}`))
    return ids
  }
  const people = { mentors: await many('Mentor', mentors), askers: await many('Asker', askers) }
  for (const mentor of people.mentors)
    await house.offers(mentor, Object.fromEntries(UNITS.map((unit) => [unit, 1 + dice.below(5)])))
  const reach = new Map<string, string[]>()
  for (const asker of people.askers) {
    const mentors = someOf(dice, people.mentors, 6)
    reach.set(asker, mentors)
    await house.trainedTogether([asker, ...mentors])
  }
  const ctx = (viewer: string | null = null): Ctx => {
    clock.now += 1
    return { ...house.ctx(viewer, dayOf(clock.now)), now: clock.now }
  }
  return {
    /** `reach`: the mentors whom an asker knows. */
    ...{ house, dice, clock, nations, people, reach, ctx, units: UNITS },
    as: (viewer: string) => ctx(viewer) as MemberCtx,
    /** Does every job that is due, as the server does. */
    async work() {
      for (;;) {
        const done = await workOnce(ctx(), clockJobs)
        if (done?.error) throw done.error
        if (!done) return
      }
    },
    /** What a server does that comes back after a crash: everything again. */
    restart: () => settleRequests(ctx()),
  }
}
export type AskingWorld = Awaited<ReturnType<typeof askingWorld>>

/** Some of many, each once, in an order that the dice decide. */
export function someOf<Item>(dice: Dice, items: readonly Item[], most: number): Item[] {
  const left = [...items]
  return Array.from(
    { length: Math.min(most, left.length) },
    () => left.splice(dice.below(left.length), 1)[0] as Item,
  )
}
