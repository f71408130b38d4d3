import { eq, isNotNull, mails, profiles } from '@wirearchy/db'
import { addDays, type Day, dayOf, daysBetween, groupBy } from '@wirearchy/domain'
import { isHoliday, isSchoolDay, type Nation } from '@wirearchy/domain/calendar'
import { startPause } from '@wirearchy/domain/person'
import { morningOf } from '@wirearchy/domain/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nudgePairs, remindPairs } from './index.ts'
import { type BoardHouse, boardHouse } from './testing.ts'

const NATIONS: Nation[] = ['england', 'wales', 'scotland', 'northern_ireland']
const FIRST: Day = '2025-09-01'
const LAST: Day = '2026-08-31'

const aPair = fc.record({
  mentorAt: fc.constantFrom(...NATIONS),
  menteeAt: fc.constantFrom(...NATIONS),
  rhythm: fc.constantFrom(
    'weekly' as const,
    'fortnightly' as const,
    'monthly' as const,
    'half_termly' as const,
  ),
  startsAfter: fc.nat({ max: 120 }),
  meetsAfter: fc.array(fc.nat({ max: 330 }), { maxLength: 6 }),
  awayAfter: fc.option(fc.nat({ max: 300 })),
})
/** Days of the year on which Margaret presses for everybody. */
const aYear = fc.record({
  pairs: fc.array(aPair, { minLength: 3, maxLength: 8 }),
  presses: fc.array(fc.nat({ max: 364 }), { maxLength: 40 }),
})
type Year = typeof aYear extends fc.Arbitrary<infer One> ? One : never

it('through a school year no side hears twice within a fortnight, nor in a holiday or at a weekend of theirs, nor on a break', async () => {
  let written = 0
  await fc.assert(
    fc.asyncProperty(aYear, async (year) => {
      const house = await boardHouse(FIRST)
      try {
        const people = await live(house, year)
        written += await check(house, people)
      } finally {
        await house.close()
      }
    }),
    { numRuns: 6, endOnFailure: true },
  )
  expect(written).toBeGreaterThan(50)
}, 120_000)

interface Lived {
  mentorAt: Nation
  menteeAt: Nation
  awayFrom: Day | null
  meets: Day[]
  mentorId: string
  menteeId: string
}

/** Makes the pairs and lets the year go by, a day at a time, with the house's daily work and the presses. */
async function live(house: BoardHouse, { pairs, presses }: Year) {
  const programmeId = await house.programme(house.margaret, { groupId: house.groupId })
  const people = new Map<string, Lived>()
  for (const [n, pair] of pairs.entries()) {
    const mentorId = await from(house, `Mentor ${n}`, pair.mentorAt)
    const menteeId = await from(house, `Mentee ${n}`, pair.menteeAt)
    const startedOn = addDays(FIRST, pair.startsAfter)
    const id = await house.pair(mentorId, menteeId, startedOn, { programmeId })
    await house.rhythm(id, pair.rhythm)
    const awayFrom = pair.awayAfter === null ? null : addDays(FIRST, pair.awayAfter)
    if (awayFrom)
      await startPause(house.as(menteeId, awayFrom), {
        ...{ startedOn: awayFrom, expectedReturnOn: null, audience: 'only_me' },
      })
    people.set(id, {
      ...pair,
      awayFrom,
      mentorId,
      menteeId,
      meets: pair.meetsAfter.map((days) => addDays(startedOn, days)),
    })
  }
  for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
    house.itIs(day)
    for (const [id, { meets }] of people) if (meets.includes(day)) await house.meeting(id, day)
    await remindPairs(house.ctx())
    if (presses.includes(daysBetween(FIRST, day)))
      await nudgePairs(house.as(house.margaret), { id: programmeId })
  }
  return people
}

async function from(house: BoardHouse, name: string, nation: Nation) {
  const personId = await house.teacher(name)
  await house.store.tx((tx) => tx.update(profiles).set({ nation }).where(eq(profiles.personId, personId)))
  return personId
}

/** @returns how many reminders there were to look at */
async function check(house: BoardHouse, people: Map<string, Lived>) {
  const all = await house.nudges()
  for (const one of all) {
    const day = dayOf(one.createdAt)
    const { menteeAt, mentorAt } = people.get(one.mentorshipId) as Lived
    expect(isSchoolDay(day, menteeAt), `${day} in ${menteeAt}`).toBe(true)
    if (one.to === 'mentor') expect(isHoliday(day, mentorAt), `${day} in ${mentorAt}`).toBe(false)
  }
  for (const [side, theirs] of groupBy(all, ({ mentorshipId, to }) => `${to} of ${mentorshipId}`))
    for (const [n, one] of theirs.slice(1).entries())
      expect(
        daysBetween(dayOf(theirs[n]?.createdAt ?? 0), dayOf(one.createdAt)),
        side,
      ).toBeGreaterThanOrEqual(14)
  const letters = await house.store.read.select().from(mails).where(isNotNull(mails.aboutPersonId))
  for (const { createdAt, personId } of letters)
    for (const { awayFrom, mentorId, menteeId } of people.values())
      if (awayFrom && [mentorId, menteeId].includes(personId ?? ''))
        expect(createdAt, `a letter after ${awayFrom}`).toBeLessThan(morningOf(awayFrom))
  return all.length
}
