import { mentoringRequests } from '@wirearchy/db'
import { addDays, type Day, dayOf } from '@wirearchy/domain'
import { londonTime } from '@wirearchy/domain/calendar'
import { expect, it } from 'vitest'
import { doSomething } from './asking-acts.ts'
import {
  clocksAreRight,
  everybodyWasTold,
  newSeen,
  nobodyWaitsInSilence,
  placesHold,
  type Seen,
} from './asking-checks.ts'
import { type AskingWorld, askingWorld, type Size } from './asking-world.ts'

const SEED = Number(process.env.SEED)
const YEARS = Number(process.env.ASKING_YEARS ?? 2)
const ACTS_A_DAY = Number(process.env.ASKING_ACTS ?? 3)
const STARTS_ON = '2026-09-01'
/** A school year with its holidays and both changes of the clocks. */
const DAYS = 365
/** After it nobody does anything any more: whatever is open comes to its end by the clock alone. */
const SILENT_DAYS = 240
const [MIDNIGHT, MORNING, NOON, NIGHT] = [0, 480, 720, 1439]

/** One moment of a day: the jobs run, perhaps twice, and then people act. */
async function moment(w: AskingWorld, seen: Seen, day: Day, minute: number, acts: number) {
  w.clock.now = Math.max(w.clock.now + 1, londonTime(day, minute))
  await w.work()
  if (w.dice.chance(0.1)) await w.restart()
  await nobodyWaitsInSilence(w)
  await clocksAreRight(w, seen, dayOf(w.clock.now))
  for (let n = 0; n < acts; n += 1) {
    await doSomething(w)
    await clocksAreRight(w, seen, dayOf(w.clock.now))
  }
  if (acts > 0) await placesHold(w, seen)
}

/** Ahead by up to three weeks, or back by up to four days; the day it is then. */
function jumped(w: AskingWorld, day: Day): Day {
  if (!w.dice.chance(0.02)) return day
  const to = addDays(day, w.dice.chance(0.5) ? w.dice.below(21) : -w.dice.below(5))
  w.clock.now = londonTime(to, 0)
  return to
}

async function live(size: Size) {
  const w = await askingWorld(size, STARTS_ON)
  const seen = newSeen()
  let day = STARTS_ON
  for (const end = addDays(STARTS_ON, DAYS); day < end; day = addDays(day, 1)) {
    if (size.jumps) day = jumped(w, day)
    for (const minute of [MIDNIGHT, MORNING, NOON, NIGHT])
      await moment(w, seen, day, minute, minute === NOON ? ACTS_A_DAY : 0)
  }
  for (let left = SILENT_DAYS; left > 0; left -= 1, day = addDays(day, 1))
    await moment(w, seen, day, MORNING, 0)
  const ends = (await w.house.store.read.select().from(mentoringRequests)).map(({ state }) => state)
  const told = await everybodyWasTold(w)
  await w.house.close()
  return { ...told, ...seen, ends }
}

const worlds: Size[] = Array.from({ length: YEARS }, (_, n) => ({
  ...{ seed: SEED + n, askers: 24, mentors: 16, jumps: n % 2 === 1 },
}))

it.each(worlds)(
  'no request ends in silence in a whole school year (seed $seed, jumps $jumps)',
  {
    timeout: 900_000,
  },
  async (size) => {
    const { ends, requests, reminders, passes, unreminded, clocks, longest } = await live(size)
    const count = (state: string) => ends.filter((one) => one === state).length
    console.log(
      `seed ${size.seed}: ${requests} requests, ${clocks} clocks, ${passes} passed in silence, ${reminders} reminders, ` +
        `longest wait ${longest} school days; ${count('accepted')} accepted, ${count('withdrawn')} withdrawn, ` +
        `${count('unanswered')} unanswered, ${count('open')} open`,
    )
    expect(count('open')).toBe(0)
    expect(requests).toBeGreaterThan(50)
    expect(passes).toBeGreaterThan(3)
    if (size.jumps) return
    expect(longest).toBeLessThanOrEqual(6)
    expect(unreminded).toBe(0)
  },
)
